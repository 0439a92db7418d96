import type { Heading, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { type OutlineEntry, SectionId } from '../model/edition.ts';
import type { Finding } from '../model/problem.ts';
import { isSectionRole, type SectionRole } from '../model/section-roles.ts';
import { boldStart } from './body-repairs.ts';
import { labelRoles, roleOfHeading } from './heading-roles.ts';
import { lineOf, plainText } from './markdown.ts';

/** An entry of the outline and the nodes under it. */
export interface Part {
  readonly entry: OutlineEntry;
  readonly content: readonly RootContent[];
}

export interface Outlined {
  /** What stands before the first heading. */
  readonly lead: readonly RootContent[];
  readonly parts: readonly Part[];
  readonly findings: readonly Finding[];
}

/** A heading, question or label before its rank and id are known. */
interface Opening {
  readonly kind: OutlineEntry['kind'];
  readonly title: string;
  /** Rank in the file: 1 to 6 for headings, more for what is no heading there. */
  readonly depth: number;
  readonly role?: SectionRole | undefined;
  readonly statedId?: string | undefined;
  readonly line: number | undefined;
  readonly content: RootContent[];
}

const questionDepth = 90;
const labelDepth = 50;

/**
 * Divides a body into its sections and questions. In an own file every heading states its id
 * (`## Übersicht {#overview}`); in an archive file an id comes from the role of the section, else from
 * its position among its siblings, and questions are counted.
 */
export function outlineOf(children: readonly RootContent[], kind: 'own' | 'archive'): Outlined {
  const { lead, openings } = open(children, kind === 'own' ? openOwn : openArchive);
  const levels = levelsOf(openings);
  if (kind === 'own') return { lead, ...statedIds(openings, levels) };
  return { lead, parts: countedIds(openings, levels), findings: [] };
}

type Opener = (node: RootContent, before: readonly Opening[]) => Opening | undefined;

function open(
  children: readonly RootContent[],
  opener: Opener,
): { lead: RootContent[]; openings: Opening[] } {
  const lead: RootContent[] = [];
  const openings: Opening[] = [];
  for (const node of children) {
    const opening = opener(node, openings);
    if (opening !== undefined) openings.push(opening);
    else (openings.at(-1)?.content ?? lead).push(node);
  }
  return { lead, openings };
}

function openOwn(node: RootContent): Opening | undefined {
  if (node.type !== 'heading') return undefined;
  const { title, statedId } = statedIn(node);
  const kind = /^faq-\d+$/.test(statedId ?? '') ? 'question' : 'section';
  const role = statedId !== undefined && isSectionRole(statedId) ? statedId : undefined;
  return { kind, title, depth: node.depth, role, statedId, line: lineOf(node), content: [] };
}

function statedIn(heading: Heading): { title: string; statedId?: string | undefined } {
  const whole = plainText(heading);
  const [, title = whole, statedId] = /^(.*?)\s*\{#([^{}\s]+)\}$/.exec(whole) ?? [];
  return { title, statedId };
}

function openArchive(node: RootContent, before: readonly Opening[]): Opening | undefined {
  const line = lineOf(node);
  if (node.type === 'heading') {
    const title = withoutColon(plainText(node));
    if (title === '') return undefined;
    const asked = isQuestion(title) && before.some(({ role }) => role === 'faq');
    return asked
      ? { kind: 'question', title, depth: node.depth, line, content: [] }
      : { kind: 'section', title, depth: node.depth, role: roleOfHeading(title), line, content: [] };
  }
  const bold = node.type === 'paragraph' ? boldStart(node) : undefined;
  if (bold === undefined) return undefined;
  const content = bold.rest.length === 0 ? [] : [remainder(node as Paragraph, bold.rest)];
  if (isQuestion(bold.text))
    return { kind: 'question', title: bold.text, depth: questionDepth, line, content };
  const role = roleOfHeading(bold.text);
  if (role === undefined || !labelRoles.has(role)) return undefined;
  return {
    kind: 'section',
    title: withoutColon(bold.text),
    depth: depthOfLabel(before),
    role,
    line,
    content,
  };
}

const withoutColon = (title: string): string => title.replace(/\s*[:：]$/, '');

/** A question has words and ends in its mark. */
const isQuestion = (text: string): boolean => /\p{L}.*[?？]\s*$/u.test(text);

const remainder = (paragraph: Paragraph, children: PhrasingContent[]): Paragraph => ({
  ...paragraph,
  children,
});

/** Labels stand under “Other information” where there is such a heading, else for themselves. */
function depthOfLabel(before: readonly Opening[]): number {
  const heading = before.findLast(({ kind, depth }) => kind === 'section' && depth < labelDepth);
  return heading?.role === 'other-information' ? labelDepth : 1;
}

const topRoles: ReadonlySet<SectionRole | undefined> = new Set([
  'general-information',
  'advisory-details',
  'other-information',
]);

/**
 * Ranks without gaps, 2 for the highest, so that the page’s outline is sound.
 *
 * Many archive files turn the first two ranks around: an H3 (“General information”) is followed by the
 * H2s that it contains. Where it has no text of its own it does contain them; else they are its peers.
 */
function levelsOf(openings: readonly Opening[]): number[] {
  const ranks = trueRanks(openings);
  const levels: number[] = [];
  const stack: { rank: number; level: number }[] = [];
  for (const rank of ranks) {
    while ((stack.at(-1)?.rank ?? -1) >= rank) stack.pop();
    const level = Math.min(6, (stack.at(-1)?.level ?? 1) + 1);
    stack.push({ rank, level });
    levels.push(level);
  }
  return levels;
}

function trueRanks(openings: readonly Opening[]): number[] {
  const first = openings.find(({ depth }) => depth < labelDepth)?.depth ?? 0;
  const turned = openings.some(({ depth }) => depth > 1 && depth < first);
  if (!turned) return openings.map(({ depth }) => depth);
  let wrapped = false;
  let nested = false;
  return openings.map(({ depth, role, content }, at) => {
    if (depth === first) {
      const next = openings[at + 1];
      wrapped = content.length === 0 && next !== undefined && next.depth < first && next.depth > 1;
      if (wrapped || !nested || topRoles.has(role)) {
        nested = false;
        return 1;
      }
      return depth;
    }
    if (depth < first && depth > 1) {
      nested = !wrapped;
      return wrapped ? 1.5 : 1;
    }
    return depth;
  });
}

function statedIds(
  openings: readonly Opening[],
  levels: readonly number[],
): { parts: Part[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const parts = openings.map((opening, at): Part => {
    const id = opening.statedId;
    const fault = faultOf(id, seen);
    if (fault !== undefined)
      findings.push({
        outcome: 'refused',
        line: opening.line,
        ...fault,
        what: `${fault.what} (\`${opening.title}\`)`,
      });
    seen.add(id ?? '');
    return partOf(opening, levels[at] ?? 2, id ?? `part-${at + 1}`, 'stated');
  });
  return { parts, findings };
}

function faultOf(
  id: string | undefined,
  seen: ReadonlySet<string>,
): Pick<Finding, 'rule' | 'what' | 'remedy'> | undefined {
  if (id === undefined) {
    return {
      rule: 'section-id-missing',
      what: 'a heading has no section id',
      remedy: 'add one after it, as in `## Title {#overview}`, the same in every language',
    };
  }
  const checked = SectionId.safeParse(id);
  if (!checked.success) {
    return {
      rule: 'section-id-invalid',
      what: `\`${id}\` ${checked.error.issues[0]?.message}`,
      remedy: 'choose another',
    };
  }
  if (/^revision-\d+$/.test(id) || id === 'revisions') {
    return {
      rule: 'section-id-invalid',
      what: `\`${id}\` is taken by the revision history`,
      remedy: 'choose another',
    };
  }
  return seen.has(id)
    ? {
        rule: 'section-id-twice',
        what: `the section id \`${id}\` stands twice`,
        remedy: 'give one of the two another',
      }
    : undefined;
}

function countedIds(openings: readonly Opening[], levels: readonly number[]): Part[] {
  const taken = new Set<string>();
  const siblings = new Map<string, number>();
  const parents: { level: number; id: string }[] = [];
  let questions = 0;
  return openings.map((opening, at) => {
    const level = levels[at] ?? 2;
    while ((parents.at(-1)?.level ?? 0) >= level) parents.pop();
    const parent = parents.at(-1)?.id;
    const byRole = opening.role !== undefined && !taken.has(opening.role);
    let id: string;
    if (opening.kind === 'question') {
      questions += 1;
      id = `faq-${questions}`;
    } else {
      // Siblings with a role count too: a role that is not recognised does not shift the others.
      const position = (siblings.get(parent ?? '') ?? 0) + 1;
      siblings.set(parent ?? '', position);
      id = byRole ? (opening.role ?? '') : `${parent === undefined ? '' : `${parent}-`}part-${position}`;
    }
    taken.add(id);
    parents.push({ level, id });
    return partOf(opening, level, id, byRole ? 'role' : 'position');
  });
}

function partOf(
  { kind, title, role, line, content }: Opening,
  level: number,
  id: string,
  idFrom: OutlineEntry['idFrom'],
): Part {
  return {
    entry: {
      kind,
      id,
      title,
      level,
      ...(role === undefined || role !== id ? {} : { role }),
      idFrom,
      ...(line === undefined ? {} : { line }),
    },
    content,
  };
}

/** A line at the very end that tells when a page was generated: `*Built at 2014-04-18T13:49:36Z-07:00*`. */
export function dropTrailer(root: Root): number | undefined {
  const at = root.children.findLastIndex((node) => node.type !== 'html' && plainText(node) !== '');
  const last = root.children[at];
  if (last?.type !== 'paragraph') return undefined;
  const text = plainText(last);
  const emphasised = last.children.every(
    ({ type, ...child }) => type === 'emphasis' || ('value' in child && child.value.trim() === ''),
  );
  const stamped = /\d{1,2}[:：]\d{2}(?:[:：]\d{2})?/.test(text) && /\d{2,4}\D\d{1,2}\D\d{1,4}/.test(text);
  const zoned = /\d{1,2}:\d{2}(?::\d{2})?\s*(?:Z|[+-]\d{2}:?\d{2})/.test(text);
  if (text.length > 100 || !stamped || !(emphasised || zoned)) return undefined;
  root.children.splice(at);
  return lineOf(last);
}
