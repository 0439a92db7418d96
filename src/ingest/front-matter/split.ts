import matter from 'gray-matter';
import type { Finding } from '../../model/problem.ts';
import { type FrontMatter, isLegacyField, type ParsedYaml, parseYaml, refusal } from './yaml-fields.ts';

export interface SplitFile extends FrontMatter {
  /** The text with the front matter’s lines left blank, so that line numbers stay true. */
  readonly body: string;
  /** How many lines of the file the front matter takes, with what is before it. */
  readonly headLines: number;
  readonly findings: readonly Finding[];
}

/** YAML is checked in a time that grows with the square of its size. */
const maxLength = 100_000;
const maxLines = 2500;

/**
 * Splits a text into front matter and body. A text that does not begin with `---` has no front matter.
 *
 * gray-matter evaluates what stands after `---js` and takes any inherited property name for an engine
 * (4.0.3), so it is only ever handed a block that opens and closes with exactly `---`, with options
 * (without them its cache turns a failure into empty data), and no engine but ours answers.
 */
export function splitFrontMatter(text: string): SplitFile | { refusals: Finding[] } {
  const lines = text.split('\n');
  const opening = openingOf(lines);
  if (opening === undefined) return { fields: {}, lines: new Map(), body: text, headLines: 0, findings: [] };
  const { open, findings } = opening;
  const first = lines[open]?.trim() ?? '';
  const refuse = (rule: string, what: string, remedy: string) => ({
    refusals: [refusal(rule, what, remedy, open + 1)],
  });
  if (first !== '---')
    return refuse(
      'front-matter-language',
      `the front matter opens with \`${first.slice(0, 40)}\``,
      'open it with `---` alone; only YAML is read, and nothing in it is ever run',
    );
  const close = lines.findIndex((line, index) => index > open && line.trimEnd() === '---');
  if (close === -1)
    return refuse(
      'front-matter-unclosed',
      'the front matter is never closed',
      'add a line of `---` after its last field',
    );
  const tooLong = lines.slice(open, close).reduce((sum, line) => sum + line.length + 1, 0) > maxLength;
  if (tooLong || close - open > maxLines)
    return refuse(
      'limit-exceeded',
      `the front matter has more than ${maxLines} lines or ${maxLength} characters`,
      'shorten it',
    );
  const parsed = parseBlock(['---', ...lines.slice(open + 1, close + 1)].join('\n'), open);
  if ('refusals' in parsed) return parsed;
  // What is before it is text, and stays on its lines.
  const body = lines.map((line, at) => (at >= open && at <= close ? '' : line));
  for (let at = 0; at < open; at += 1) if (lines[at]?.trim() === '---') body[at] = '';
  return {
    ...parsed,
    findings: [...findings, ...parsed.findings],
    body: body.join('\n'),
    headLines: close + 1,
  };
}

/**
 * Where the front matter opens: on the first line with anything on it, and in files of converters behind white space,
 * a second `---`, or a line of text:
 *
 *   ␣---, title: A, ---             the mark is indented
 *   ---, ---, title: A, ---         it is doubled
 *   Hinweis 1, ---, ms:assetid: 1   a text is before it
 *
 * @returns undefined for a text without one
 */
function openingOf(lines: readonly string[]): { open: number; findings: Finding[] } | undefined {
  const first = lines.findIndex((line) => line.trim() !== '');
  const found = (open: number, rule: string, what: string): { open: number; findings: Finding[] } => ({
    open,
    findings: [
      {
        outcome: 'repaired',
        rule,
        line: open + 1,
        what,
        remedy: 'read all the same; begin the file with `---`',
      },
    ],
  });
  const written = lines[first] ?? '';
  const mark = written.trim();
  if (!mark.startsWith('---') || /^-{4,}$/.test(mark)) {
    const late = openingAfterText(lines, first);
    return late === undefined
      ? undefined
      : found(late, 'front-matter-after-text', 'a text is before the front matter');
  }
  const second = lines.findIndex((line, at) => at > first && line.trim() !== '');
  const isDoubled = mark === '---' && lines[second]?.trim() === '---' && holdsFields(lines, second);
  if (isDoubled)
    return found(second, 'front-matter-doubled', 'the line `---` before the front matter is doubled');
  if (/^\s/.test(written) && mark === '---')
    return found(first, 'front-matter-indented', 'white space is before the `---` of the front matter');
  return /^\s/.test(written) ? undefined : { open: first, findings: [] };
}

/** So far down a converter may have put it. */
const farthest = 20;

/** A `---` below some text that opens fields of a publishing system: in a text of people it only divides. */
function openingAfterText(lines: readonly string[], first: number): number | undefined {
  if (first === -1) return undefined;
  const at = lines
    .slice(0, first + farthest)
    .findIndex((line, index) => index > first && line.trim() === '---');
  return at !== -1 && holdsFields(lines, at) ? at : undefined;
}

/** Whether lines of `name: value` follow up to the next `---`, one of them of the archive’s own system. */
function holdsFields(lines: readonly string[], open: number): boolean {
  const close = lines.findIndex((line, at) => at > open && line.trimEnd() === '---');
  if (close === -1) return false;
  const inside = lines.slice(open + 1, close).filter((line) => line.trim() !== '');
  const names = inside.map((line) => /^([A-Za-z][\w.:-]{0,80}?):(?:[\s：]|$)/.exec(line)?.[1]);
  return (
    names.length > 0 &&
    names[0] !== undefined &&
    names.some((name) => name !== undefined && isLegacyField(name))
  );
}

/** @param offset lines before the block in its file */
function parseBlock(block: string, offset: number): ParsedYaml | { refusals: Finding[] } {
  let result: ParsedYaml | { refusals: Finding[] } = { fields: {}, lines: new Map(), findings: [] };
  const unread = () => {
    throw new Error('not a YAML front matter');
  };
  const rest = matter(block, {
    language: 'yaml',
    delimiters: '---',
    engines: {
      yaml: {
        parse: (yaml: string) => {
          // gray-matter hands over what follows the opening `---`, its line end included.
          result = parseYaml(yaml, offset);
          return {};
        },
      },
      ...Object.fromEntries(
        ['javascript', 'js', 'json', 'coffee', 'toml'].map((name) => [name, { parse: unread }]),
      ),
    },
  }).content;
  if (rest.trim() !== '') {
    return {
      refusals: [
        refusal(
          'front-matter-unclosed',
          'a line inside the front matter begins with `---`',
          'quote or remove it',
          offset + 1,
        ),
      ],
    };
  }
  return result;
}
