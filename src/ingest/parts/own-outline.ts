import type { Heading, PhrasingContent, RootContent } from 'mdast';
import { isSectionRole } from '../../model/section-roles.ts';
import { lineOf, plainText } from '../tree/markdown.ts';
import { levelsOf } from './heading-levels.ts';
import { type Opening, type Outlined, partsOf } from './outline.ts';
import { statedIds } from './stated-ids.ts';

/**
 * Divides the text of an own file at its headings, and at nothing else. Every heading states its id
 * (`## Übersicht {#overview}`).
 */
export function ownOutline(children: readonly RootContent[]): Outlined {
  const lead: RootContent[] = [];
  const openings: Opening[] = [];
  for (const node of children) {
    if (node.type === 'heading') openings.push(openedBy(node));
    else (openings.at(-1)?.content ?? lead).push(node);
  }
  const { ids, findings } = statedIds(openings);
  return { lead, parts: partsOf(openings, levelsOf(openings.map(({ depth }) => depth)), ids), findings };
}

function openedBy(node: Heading): Opening {
  const { title, statedId } = statedIn(node);
  const kind = /^faq-\d+$/.test(statedId ?? '') ? 'question' : 'section';
  const role = statedId !== undefined && isSectionRole(statedId) ? statedId : undefined;
  const written = title === plainText(node) ? node.children : withoutMark(node.children);
  return { kind, title, written, depth: node.depth, role, statedId, line: lineOf(node), content: [] };
}

function statedIn(heading: Heading): { title: string; statedId?: string | undefined } {
  const whole = plainText(heading);
  // A Chinese keyboard sets full-width braces, and nobody sees the difference.
  const mark = /[{｛]\s?#([^{}｛｝\s]+)\s?[}｝]$/.exec(whole);
  return mark === null
    ? { title: whole }
    : { title: whole.slice(0, mark.index).trimEnd(), statedId: mark[1] };
}

/** Without the `{#id}` at the end. */
const withoutMark = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
  nodes.map((node, at) =>
    node.type === 'text' && at === nodes.length - 1
      ? { ...node, value: node.value.replace(/\s?[{｛]\s?#[^{}｛｝\s]+\s?[}｝]$/, '') }
      : node,
  );
