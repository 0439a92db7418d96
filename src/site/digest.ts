import { createHash } from 'node:crypto';

/** The SHA-256 of some bytes, or of a text as UTF-8, in hexadecimal digits. */
export const digestOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');
