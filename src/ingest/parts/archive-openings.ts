import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { boldStart } from '../tree/bold-start.ts';
import { lineOf, plainText } from '../tree/markdown.ts';
import { innerLabelRoles, labelRoles, roleOfHeading } from '../words/heading-roles.ts';
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
  for (const node of children) {
    const opening = openedBy(node, openings, subheads.has(node));
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
  if (role !== undefined && labelRoles.has(role))
    return { kind: 'section', title, written, depth: depthOfLabel(before), role, line, content };
  const named = role !== undefined && innerLabelRoles.has(role) && bold.rest.length === 0;
  // What the section is called already is no section inside it.
  if (!(named || subhead) || roleOfHeading(before.at(-1)?.title ?? '') === (role ?? '')) return undefined;
  return { kind: 'section', title, written, depth: named ? labelDepth : subheadDepth, role, line, content };
}

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
    /[\p{L}\p{N})）]$/u.test(bold.text)
  );
}

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
