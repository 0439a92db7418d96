import { type Ingested, ingestEdition } from '../../src/ingest/ingest.ts';
import { formatProblem } from '../../src/model/problem.ts';

/** The fields of a valid own file, each as its lines in the front matter. */
const ownFields: Readonly<Record<string, string>> = {
  id: 'id: ADV-2026-0001',
  locale: 'locale: de-DE',
  title: 'title: Der Druckdienst nimmt fremde Aufträge an',
  summary: 'summary: Ein Update beendet das.',
  published: 'published: 2026-03-02',
  updated: 'updated: 2026-03-09',
  revisions: [
    'revisions:',
    '  - date: 2026-03-02',
    "    version: '1.0'",
    '    note: Veröffentlicht.',
    '  - date: 2026-03-09',
    "    version: '1.1'",
    '    note: Update verfügbar.',
  ].join('\n'),
};

export const ownBody = [
  '## Übersicht {#overview}',
  '',
  'Der Dienst prüft den Absender nicht.',
  '',
  '## Häufige Fragen {#faq}',
  '',
  '### Bin ich betroffen? {#faq-1}',
  '',
  'Ja, wenn der Dienst läuft.',
].join('\n');

/**
 * A valid own file with changes: a field’s lines, or `undefined` to leave it out.
 *
 * @param body the Markdown under the front matter
 */
export function ownFile(changes: Readonly<Record<string, string | undefined>> = {}, body = ownBody): string {
  const fields = Object.values({ ...ownFields, ...changes }).filter((lines) => lines !== undefined);
  return `---\n${fields.join('\n')}\n---\n\n${body}\n`;
}

interface ArchiveParts {
  header: string;
  title: string;
  subtitle: string;
  dates: string;
  body: string;
  revisions: string;
  trailer: string;
}

const archiveParts: Readonly<ArchiveParts> = {
  header:
    "TOCTitle: 123456\nTitle: Sicherheitsempfehlung 123456\nms:assetid: 123456\nms:mtpsurl: 'https://technet.microsoft.com/de-DE/library/123456(v=Security.10)'",
  title: 'Sicherheitsempfehlung 123456\n============================',
  subtitle: 'Der Druckdienst nimmt fremde Aufträge an\n----------------------------------------',
  dates: 'Veröffentlicht: Freitag, 13. Juni 2008 | Aktualisiert: Dienstag, 17. Juni 2008',
  body: '### Allgemeine Informationen\n\nÜbersicht\n---------\n\nDer Dienst prüft den Absender nicht.',
  revisions:
    '**Revisionen:**\n\n-   V1.0 (13. Juni 2008): Veröffentlicht.\n-   V2.0 (17. Juni 2008): Update verfügbar.',
  trailer: '*Built at 2014-04-18T13:49:36Z-07:00*',
};

/** A valid archive file with changes. */
export function archiveFile(changes: Partial<ArchiveParts> = {}): string {
  const { header, ...parts } = { ...archiveParts, ...changes };
  const front = header === '' ? '' : `---\n${header}\n---\n\n`;
  return `${front}${Object.values(parts)
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

/** Ingests a text as if it stood in a file of that path. */
export function ingest(text: string | Uint8Array, path = 'de-DE/2008/123456.md'): Ingested {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return ingestEdition(bytes, { path, shown: path });
}

/** Ingests a text as if it stood where an own file belongs. */
export const ingestOwn = (text: string): Ingested => ingest(text, 'adv-2026-0001/de-DE.md');

/** Everything that was told about a file, as a publisher reads it. */
export const told = ({ problems }: Ingested): string[] => problems.map(formatProblem);

/** Outcome and rule of every problem. */
export const outcomes = ({ problems }: Ingested): string[] =>
  problems.map(({ outcome, rule }) => `${outcome} ${rule}`);

/** The whole text of an edition as HTML. */
export const htmlOf = ({ text }: Ingested): string => [text?.lead, ...(text?.parts ?? [])].join('\n');
