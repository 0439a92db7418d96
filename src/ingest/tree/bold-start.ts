import type { Paragraph, PhrasingContent } from 'mdast';
import { plainText, trimStart } from './markdown.ts';

/** The paragraph’s bold beginning: `**Is it?** **Really?** Yes.` begins with “Is it? Really?”. */
export interface BoldStart {
  readonly text: string;
  readonly start: readonly PhrasingContent[];
  /** What follows it in the paragraph. */
  readonly rest: PhrasingContent[];
}

export function boldStart(paragraph: Paragraph): BoldStart | undefined {
  let end = 0;
  for (const [index, child] of paragraph.children.entries()) {
    if (child.type === 'strong') end = index + 1;
    else if (child.type !== 'text' || child.value.trim() !== '') break;
  }
  if (end === 0) return undefined;
  // Copies: whether the paragraph is divided here is for the caller to say.
  const rest = structuredClone(paragraph.children.slice(end));
  trimStart(rest);
  // `**Label**:` is the same as `**Label:**`.
  if (rest.length === 1 && /^[:：]\s*$/.test(rest[0]?.type === 'text' ? rest[0].value : '')) rest.pop();
  const start = paragraph.children.slice(0, end);
  return { text: plainText({ type: 'paragraph', children: start }), start, rest };
}
