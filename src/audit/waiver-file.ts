import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isSeq, LineCounter, parseDocument } from 'yaml';
import { type PlacedWaiver, Waiver } from '../model/concordance/waivers.ts';
import { formatProblem, type Problem } from '../model/problem.ts';
import { shownPath } from '../site/paths.ts';

/** The waiver file of a content folder stands beside it. */
const fileFor = (advisories: string): string => join(dirname(advisories), 'waivers.yaml');

/**
 * What people have accepted, with its lines.
 *
 * @throws Error that names every line that cannot be read: a waiver that is not understood would
 *   silently accept nothing
 */
export function readWaivers(advisories: string): PlacedWaiver[] {
  const path = fileFor(advisories);
  if (!existsSync(path)) return [];
  const file = shownPath(path);
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { schema: 'failsafe', lineCounter: counter });
  const lineAt = (position: number | undefined) => counter.linePos(position ?? 0).line;
  const problems: Problem[] = document.errors.map((error) =>
    unreadable(file, lineAt(error.pos[0]), error.message.split('\n')[0] ?? ''),
  );
  const items = isSeq(document.contents) ? document.contents.items : [];
  if (document.contents !== null && !isSeq(document.contents))
    problems.push(unreadable(file, 1, 'is no list'));
  const waivers = items.flatMap((item): PlacedWaiver[] => {
    const node = item as { range?: [number, number, number]; toJSON(): unknown };
    const line = lineAt(node.range?.[0]);
    const read = Waiver.safeParse(node.toJSON());
    if (read.success) return [{ waiver: read.data, file, line }];
    problems.push(
      ...read.error.issues.map(({ path: field, message }) =>
        unreadable(file, line, `${field.join('.') || 'the waiver'}: ${message}`),
      ),
    );
    return [];
  });
  if (problems.length > 0) {
    const lines = problems.map(formatProblem).join('\n');
    throw Object.assign(new Error(lines), { stack: lines });
  }
  return waivers;
}

const unreadable = (file: string, line: number, what: string): Problem => ({
  outcome: 'refused',
  rule: 'waiver',
  file,
  line,
  what,
  remedy: 'a waiver has advisory, kind, locale, reason, by, and may have value and until',
});
