import type { Root } from 'mdast';
import type { Finding } from '../../model/problem.ts';
import { lineOf, plainText } from './markdown.ts';
import { visit } from './visit.ts';

/** Cells of a row beyond those of the head, which GFM ignores (https://github.github.com/gfm/#tables-extension-). */
export function surplusCells(root: Root): Finding[] {
  const findings: Finding[] = [];
  visit(root, 'table', (table) => {
    const columns = table.children[0]?.children.length ?? 0;
    for (const row of table.children) {
      const words = row.children.slice(columns).map(plainText).join(' ').trim();
      if (words === '') continue;
      findings.push({
        outcome: 'repaired',
        rule: 'surplus-cells',
        line: lineOf(row),
        what: `a row with more cells than the head of its table: \`${words.slice(0, 80)}\``,
        remedy: 'left out; add cells to the head, or write `\\|` where a bar is meant',
      });
    }
  });
  return findings;
}
