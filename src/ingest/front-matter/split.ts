import matter from 'gray-matter';
import type { Finding } from '../../model/problem.ts';
import { type FrontMatter, type ParsedYaml, parseYaml, refusal } from './yaml-fields.ts';

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
  const open = lines.findIndex((line) => line.trim() !== '');
  const first = lines[open]?.trimEnd() ?? '';
  if (!first.startsWith('---') || /^-{4,}$/.test(first))
    return { fields: {}, lines: new Map(), body: text, headLines: 0, findings: [] };
  if (first !== '---') {
    return {
      refusals: [
        refusal(
          'front-matter-language',
          `the front matter opens with \`${first.slice(0, 40)}\``,
          'open it with `---` alone; only YAML is read, and nothing in it is ever run',
          open + 1,
        ),
      ],
    };
  }
  const close = lines.findIndex((line, index) => index > open && line.trimEnd() === '---');
  if (close === -1) {
    return {
      refusals: [
        refusal(
          'front-matter-unclosed',
          'the front matter is never closed',
          'add a line of `---` after its last field',
          open + 1,
        ),
      ],
    };
  }
  const tooLong = lines.slice(open, close).reduce((sum, line) => sum + line.length + 1, 0) > maxLength;
  if (tooLong || close - open > maxLines) {
    return {
      refusals: [
        refusal(
          'limit-exceeded',
          `the front matter has more than ${maxLines} lines or ${maxLength} characters`,
          'shorten it',
          open + 1,
        ),
      ],
    };
  }
  const parsed = parseBlock(lines.slice(open, close + 1).join('\n'), open);
  if ('refusals' in parsed) return parsed;
  const blank = lines.slice(0, close + 1).map(() => '');
  return { ...parsed, body: [...blank, ...lines.slice(close + 1)].join('\n'), headLines: close + 1 };
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
