import type { Root } from 'mdast';
import type { Finding } from '../../model/problem.ts';
import { visit } from './visit.ts';

/** Fenced code that is never closed takes in the rest of the text, sections and all. */
export function unclosedFences(root: Root, source: string): Finding[] {
  const findings: Finding[] = [];
  visit(root, 'code', ({ position }) => {
    const lines = source.slice(position?.start.offset, position?.end.offset).split('\n');
    const fence = /^(?:`{3,}|~{3,})/.exec(lines[0] ?? '')?.[0];
    if (
      fence === undefined ||
      (lines.length > 1 &&
        lines
          .at(-1)
          ?.replace(/^[\s>]+/, '')
          .startsWith(fence))
    )
      return;
    findings.push({
      outcome: 'repaired',
      rule: 'unclosed-fence',
      line: position?.start.line,
      what: 'a block of code is never closed',
      remedy: `the rest of the text, of the list or of the quotation is taken for code; close it with \`${fence}\``,
    });
  });
  return findings;
}
