import type { Root } from 'mdast';
import type { Finding } from '../../model/problem.ts';
import { invisibleReference, withoutInvisibleMarks } from '../bytes/text-repairs.ts';
import { visit } from './visit.ts';

/** Leaves out what character references bring in that nobody sees, as it is left out of the file itself. */
export function leaveOutInvisible(root: Root): Finding[] {
  const findings: Finding[] = [];
  visit(root, 'text', (node) => {
    const visible = withoutInvisibleMarks(node.value);
    if (visible === node.value) return;
    node.value = visible;
    findings.push(invisibleReference(node.position?.start.line));
  });
  return findings;
}
