import type { Root } from 'mdast';
import type { Finding } from '../../model/problem.ts';
import { visit } from './visit.ts';

/**
 * Items whose number is shown otherwise than it is written: to CommonMark only the first number of a list counts
 * (https://spec.commonmark.org/0.31.2/#start-number).
 *
 *   10. Juni, 20. Juni   →  10, 11: reported
 *   1. a, 1. b, 1. c     →  1, 2, 3: so people write lists, and mean it
 */
export function listNumbers(root: Root, source: string): Finding[] {
  const findings: Finding[] = [];
  visit(root, 'list', ({ ordered, start, children }) => {
    if (!ordered) return;
    const first = start ?? 1;
    const numbers = children.map(({ position }) =>
      Number(/^\d{1,9}/.exec(source.slice(position?.start.offset).slice(0, 9))?.[0] ?? Number.NaN),
    );
    if (numbers.every((number) => number === first)) return;
    for (const [at, number] of numbers.entries()) {
      if (Number.isNaN(number) || number === first + at) continue;
      findings.push({
        outcome: 'repaired',
        rule: 'list-number',
        line: children[at]?.position?.start.line,
        what: `the item \`${number}.\` is shown as ${first + at}, because Markdown counts from the first of a list`,
        remedy: `write \`${number}\\.\` if it is not an item, or correct the number`,
      });
    }
  });
  return findings;
}
