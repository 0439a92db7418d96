/*
 * What must be mended in the lines of an archive file before Markdown is read, because it decides where
 * blocks begin and end. No line is added or taken away, so that line numbers stay true.
 */

/** The body with its lines mended. */
export function repairLines(body: string): string {
  return withoutNoiseMarks(closeHangingFences(blankLines(body)));
}

/** To a reader a line of no-break spaces is blank; to Markdown it is a paragraph, and splits a list. */
const blankLines = (body: string): string => body.replace(/^[ \t]*[\u00A0\u3000][\u00A0\u3000 \t]*$/gm, '');

/**
 * A fence that opens at the end of a line of text opens nothing to Markdown, and the one that was to
 * close it swallows what follows. Its lines are code of that paragraph.
 */
function closeHangingFences(body: string): string {
  if (!/\S[^\S\n]*`{3}[^\S\n]*$/m.test(body)) return body;
  const lines = body.split('\n');
  let fenced = false;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (/^\s*(?:[-*+>]\s+|\d+[.)]\s+)*`{3}/.test(line)) fenced = !fenced;
    if (fenced || !/[^`\s][^\S\n]*`{3}[^\S\n]*$/.test(line)) continue;
    const following = lines.slice(at + 1, at + 2 + longestHanging);
    const inside = following.slice(
      0,
      following.findIndex((other) => /^\s*`{3}\s*$/.test(other)),
    );
    const end = at + 1 + inside.length;
    if (!/^\s*`{3}\s*$/.test(lines[end] ?? '') || inside.some((other) => other.includes('`'))) continue;
    lines[at] = line.replace(/\s*`{3}\s*$/, '');
    const indent = ' '.repeat(/^\s*(?:[-*+]\s+|\d+[.)]\s+)*/.exec(line)?.[0].length ?? 0);
    for (const [index, code] of inside.entries())
      lines[at + 1 + index] = code.trim() === '' ? '' : `${indent}\`${code.trim()}\``;
    lines[end] = '';
    at = end;
  }
  return lines.join('\n');
}

/** A fence without an end must not take half the file for its content. */
const longestHanging = 20;

/**
 * `单击“文件”**，单击“选项”**`: what is left of an emphasis that held nothing stands behind every closing
 * quotation mark, and would embolden what stands between the names. Where no mark of a line stands
 * anywhere else, none of them means anything.
 */
function withoutNoiseMarks(body: string): string {
  return body.replace(/^.*”(?:\*\*|__).*$/gm, (line) => {
    const others = line.replace(/”(?:\*\*|__)(?!\*|_)/g, '”');
    return /\*\*|__/.test(others) ? line : others;
  });
}
