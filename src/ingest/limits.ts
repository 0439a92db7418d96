import type { Root } from 'mdast';
import { EXIT, visit } from 'unist-util-visit';
import type { Finding } from '../model/problem.ts';
import { isParent } from './markdown.ts';

/**
 * Limits that keep parsing fast. micromark’s time grows faster than its text on some hostile inputs
 * (long runs of delimiters, deep nesting); with these limits every one of the public collections of
 * such inputs that we know ends within a second. Real advisories reach 231 delimiters and depth 8.
 */
const maxDelimiters = 1500;
const maxNesting = 16;

/** What in the text would take too long to parse. To be asked before parsing. */
export function excessBeforeParsing(body: string): Finding | undefined {
  const lines = body.split('\n');
  let delimiters = 0;
  let blockStart = 0;
  let inHtml = false;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') {
      delimiters = 0;
      inHtml = false;
      blockStart = index + 1;
      continue;
    }
    if (index === blockStart) inHtml = /^ {0,3}<[a-z!/?]/i.test(line);
    const markers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/.exec(line)?.[0] ?? '';
    if ((markers.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0) > maxNesting) return tooDeep(index + 1);
    if (inHtml) continue;
    // A row of a table is a block of its own to the inline parser.
    if (line.trimStart().startsWith('|')) delimiters = 0;
    delimiters += line.match(/[*_`~[<]/g)?.length ?? 0;
    if (delimiters > maxDelimiters) {
      return {
        outcome: 'refused',
        rule: 'too-many-delimiters',
        line: blockStart + 1,
        what: `a block with more than ${maxDelimiters} characters of markup`,
        remedy: 'divide it by blank lines',
      };
    }
  }
  return undefined;
}

/** Elements that may stand open at once. Real files leave a handful open. */
const maxOpenElements = 128;

/** Elements that hold nothing, or end without a closing tag. */
const selfEnding =
  /^(?:area|base|br|caption|col|colgroup|dd|dt|hr|img|input|li|link|meta|option|p|source|tbody|td|tfoot|th|thead|tr|wbr)$/i;

/** Whether the raw HTML leaves more elements open than the stack of an HTML parser can follow. */
function excessOfElements(root: Root): Finding | undefined {
  let open = 0;
  let excess: Finding | undefined;
  visit(root, 'html', (node) => {
    for (const [, slash, name = ''] of node.value.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
      if (selfEnding.test(name)) continue;
      open = Math.max(0, open + (slash === '/' ? -1 : 1));
      if (open > maxOpenElements) excess ??= tooDeep(node.position?.start.line);
    }
    return excess === undefined ? undefined : EXIT;
  });
  return excess;
}

/** Whether the tree is nested deeper than any page could show. */
export function excessOfNesting(root: Root): Finding | undefined {
  const stack: { node: Root | Root['children'][number]; depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, depth } = next;
    // A list and its item are one level to the reader, two in the tree.
    if (depth > maxNesting * 2) return tooDeep(node.position?.start.line);
    if (isParent(node)) {
      for (const child of node.children)
        stack.push({ node: child as Root['children'][number], depth: depth + 1 });
    }
  }
  return excessOfElements(root);
}

const tooDeep = (line: number | undefined): Finding => ({
  outcome: 'refused',
  rule: 'too-deep',
  line,
  what: `nested more than ${maxNesting} levels deep`,
  remedy: 'flatten it',
});
