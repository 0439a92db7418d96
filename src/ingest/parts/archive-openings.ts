import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { boldStart } from '../tree/bold-start.ts';
import { lineOf, plainText } from '../tree/markdown.ts';
import { deploymentLabelRoles, innerLabelRoles, labelRoles, roleOfHeading } from '../words/heading-roles.ts';
import type { Opening } from './outline.ts';

/** Questions and labels are no headings in the file; they rank below all that are. */
const questionDepth = 90;
export const labelDepth = 50;
const subheadDepth = 60;

/** Divides the nodes of a text of an archive file at what opens a section or a question. */
export function openingsIn(children: readonly RootContent[]): {
  lead: RootContent[];
  openings: Opening[];
} {
  const subheads = subheadsIn(children);
  const lead: RootContent[] = [];
  const openings: Opening[] = [];
  for (const [at, node] of children.entries()) {
    const opening =
      openedBy(node, openings, subheads.has(node)) ?? unmarkedQuestion(node, openings, children[at + 1]);
    if (opening !== undefined) openings.push(opening);
    else (openings.at(-1)?.content ?? lead).push(node);
  }
  return { lead, openings };
}

function openedBy(node: RootContent, before: readonly Opening[], subhead: boolean): Opening | undefined {
  const line = lineOf(node);
  if (node.type === 'heading') {
    const title = withoutColon(plainText(node));
    // An address that was underlined is no title.
    if (title === '' || /^https?:\S+$/.test(title)) return undefined;
    const written = unemphasised(node.children);
    const asked = isQuestion(title) && before.some(({ role }) => role === 'faq');
    return asked
      ? { kind: 'question', title, written, depth: node.depth, line, content: [] }
      : { kind: 'section', title, written, depth: node.depth, role: roleOfHeading(title), line, content: [] };
  }
  const bold = node.type === 'paragraph' ? boldStart(node) : undefined;
  if (bold === undefined) return undefined;
  const written = unemphasised(bold.start);
  const content = bold.rest.length === 0 ? [] : [remainder(node as Paragraph, bold.rest)];
  if (isQuestion(bold.text))
    return { kind: 'question', title: bold.text, written, depth: questionDepth, line, content };
  const title = withoutColon(bold.text);
  const role = roleOfHeading(bold.text);
  const isDeploymentLabel = role !== undefined && deploymentLabelRoles.has(role) && bold.rest.length === 0;
  if (role !== undefined && labelRoles.has(role))
    return { kind: 'section', title, written, depth: depthOfLabel(before), role, line, content };
  const named = role !== undefined && innerLabelRoles.has(role) && bold.rest.length === 0;
  // What the section is called already is no section inside it.
  if (!(named || subhead || isDeploymentLabel) || roleOfHeading(before.at(-1)?.title ?? '') === (role ?? ''))
    return undefined;
  return { kind: 'section', title, written, depth: named ? labelDepth : subheadDepth, role, line, content };
}

/**
 * A question without its mark: in a section of questions, a paragraph that is emphasis from end to end, also in
 * pieces, above its answer. In another language it has its mark, and `#faq-4` is the same question in both.
 *
 *   **What does** *the update* **do**, above a paragraph    yes
 *   **Note**, or **There are several ways:**                no: it is a label, or a sentence that goes on
 */
function unmarkedQuestion(
  node: RootContent,
  before: readonly Opening[],
  next: RootContent | undefined,
): Opening | undefined {
  if (node.type !== 'paragraph' || next === undefined || next.type === 'heading') return undefined;
  if (before.findLast(({ kind }) => kind === 'section')?.role !== 'faq') return undefined;
  if (!isWhollyEmphasised(node) || isWhollyEmphasised(next)) return undefined;
  const title = plainText(node).trim();
  const isAsked = /[\p{L}\p{N})）”"»]$/u.test(title) && wordsIn(title) >= fewestWords;
  if (!isAsked || title.length > longestQuestion) return undefined;
  const written = unemphasised(node.children);
  return { kind: 'question', title, written, depth: questionDepth, line: lineOf(node), content: [] };
}

/** In words; what has fewer is a label. A word in Chinese is taken to have two characters. */
const fewestWords = 3;
/** In characters. */
const longestQuestion = 300;

const wordsIn = (text: string): number =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).reduce(
    (sum, word) => sum + (/\p{Script=Han}/u.test(word) ? word.length / 2 : 1),
    0,
  );

const isWhollyEmphasised = (node: RootContent): boolean =>
  node.type === 'paragraph' &&
  node.children.some(({ type }) => type === 'strong' || type === 'emphasis') &&
  node.children.every(
    (child) =>
      child.type === 'strong' ||
      child.type === 'emphasis' ||
      child.type === 'break' ||
      (child.type === 'text' && child.value.trim() === ''),
  );

/**
 * Bold paragraphs that stand for headings: at least two in one section, short, without the mark that ends
 * a sentence, each above something that is no table, whose name it would be.
 */
function subheadsIn(children: readonly RootContent[]): Set<RootContent> {
  const found = new Set<RootContent>();
  let section: RootContent[] = [];
  const close = () => {
    if (section.length > 1) for (const node of section) found.add(node);
    section = [];
  };
  for (const [at, node] of children.entries()) {
    if (node.type === 'heading') close();
    const next = children[at + 1];
    const above = next?.type === 'paragraph' || next?.type === 'list' || next?.type === 'code';
    if (above && isShortBold(node) && !isShortBold(next)) section.push(node);
  }
  close();
  return found;
}

const longestSubhead = 100;

function isShortBold(node: RootContent): boolean {
  const bold = node.type === 'paragraph' ? boldStart(node) : undefined;
  return (
    bold !== undefined &&
    bold.rest.length === 0 &&
    bold.text.length <= longestSubhead &&
    !isCommand(bold.text) &&
    /[\p{L}\p{N})）]$/u.test(bold.text)
  );
}

/** A program and its switches: `Windowsxp-kb840987-x86-enu /passive /quiet`. */
const isCommand = (text: string): boolean => /\s\/[a-z?]/i.test(text);

/** A heading that is bold from end to end is a heading. */
const unemphasised = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
  nodes.flatMap((node) =>
    node.type === 'strong' || node.type === 'emphasis' ? unemphasised(node.children) : [node],
  );

const withoutColon = (title: string): string => title.replace(/[:：]$/, '').trimEnd();

/** A question has words and ends in its mark. */
const isQuestion = (text: string): boolean => /[?？]$/.test(text.trimEnd()) && /\p{L}/u.test(text);

const remainder = (paragraph: Paragraph, children: PhrasingContent[]): Paragraph => ({
  ...paragraph,
  children,
});

/** Labels stand under “Other information” where there is such a heading, else for themselves. */
function depthOfLabel(before: readonly Opening[]): number {
  const heading = before.findLast(({ kind, depth }) => kind === 'section' && depth < labelDepth);
  return heading?.role === 'other-information' ? labelDepth : 1;
}
