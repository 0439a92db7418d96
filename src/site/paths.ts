import { relative, sep } from 'node:path';
import { codePointOf } from '../model/code-point.ts';
import { projectFile } from './settings.ts';

/*
 * Names of files are bytes; what a person is shown is text. The text says exactly which file is meant, and
 * nothing in it acts on a terminal:
 *
 *   de-DE/954474.md     →  de-DE/954474.md
 *   x\..\secret.md      →  x\\..\\secret.md      one file, whose name has backslashes
 *   a<line feed>b.md    →  a\u{A}b.md
 *   caf<byte E9>.md     →  caf\xE9.md
 */

/** Characters of a name that nobody sees, or that change what is around them. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** A name as it is shown. */
export const shownName = (name: Uint8Array): string =>
  [...piecesOf(name)]
    .map((piece) => {
      if (typeof piece === 'number') return `\\x${piece.toString(16).toUpperCase().padStart(2, '0')}`;
      if (piece === '\\') return '\\\\';
      return hidden.test(piece) ? `\\u{${codePointOf(piece)}}` : piece;
    })
    .join('');

/** The first character of a name that is not shown as it is; undefined where all are. */
export const hiddenIn = (name: Uint8Array): string | undefined =>
  [...piecesOf(name)].find((piece) => typeof piece === 'string' && hidden.test(piece)) as string | undefined;

/** Whether a name is not UTF-8. */
export const isNotUtf8 = (name: Uint8Array): boolean =>
  [...piecesOf(name)].some((piece) => typeof piece === 'number');

/** The characters of a name, and the bytes that are none. */
function* piecesOf(name: Uint8Array): Generator<string | number> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for (let at = 0; at < name.length; ) {
    const lead = name[at] ?? 0;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    try {
      yield decoder.decode(name.subarray(at, at + length));
      at += length;
    } catch {
      yield lead;
      at += 1;
    }
  }
}

/** A path from the project’s folder, as a person is shown it: a terminal makes a link of it. */
export const shownPath = (file: string): string =>
  relative(projectFile('.'), file)
    .split(sep)
    .map((name) => shownName(Buffer.from(name)))
    .join('/')
    // A line of a log that begins so is a command to some build servers.
    .replace(/^(?=[:#])/, './');

/** The file that a path is shown for: what {@link shownPath} and {@link shownName} undo. */
export function fileOfShown(shown: string): Buffer {
  const bytes = shown.split('/').map(nameOfShown);
  const separator = Buffer.from(sep);
  return Buffer.concat([Buffer.from(projectFile('.')), ...bytes.flatMap((name) => [separator, name])]);
}

const nameOfShown = (shown: string): Buffer =>
  Buffer.concat(
    [...shown.matchAll(/\\\\|\\x([0-9A-F]{2})|\\u\{([0-9A-F]+)\}|[^\\]+/g)].map(
      ({ 0: piece, 1: byte, 2: code }) => {
        if (byte !== undefined) return Buffer.of(Number.parseInt(byte, 16));
        if (code !== undefined) return Buffer.from(String.fromCodePoint(Number.parseInt(code, 16)));
        return Buffer.from(piece === '\\\\' ? '\\' : piece);
      },
    ),
  );

/** The same path as a relative reference (RFC 3986), byte by byte. */
export const uriOfShown = (shown: string): string =>
  shown
    .split('/')
    .map((name) => [...nameOfShown(name)].map(percentEncoded).join(''))
    .join('/');

const percentEncoded = (byte: number): string =>
  /[A-Za-z0-9\-._~!*'()]/.test(String.fromCharCode(byte))
    ? String.fromCharCode(byte)
    : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
