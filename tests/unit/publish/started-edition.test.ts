import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { advisoriesOf } from '../../../src/model/advisory.ts';
import { startedEdition } from '../../../src/publish/started-edition.ts';
import { ingest, ownFile } from '../../support/files.ts';

const source = ownFile({
  affected: 'affected:\n  - Druckserver 4',
  references:
    "references:\n  - kind: kb\n    id: '912345'\n    label: Artikel\n    url: https://support.microsoft.com/kb/912345",
});
const { edition } = ingest(source, 'adv-2026-0001/de-DE.md');
assert.ok(edition);
const [advisory] = advisoriesOf([{ ...edition, images: [], textKey: '', sourceDigest: '' }]);
assert.ok(advisory);
const started = startedEdition(advisory, 'it');
const read = (text: string) => ingest(text, 'adv-2026-0001/it.md');

describe('an edition that is begun', () => {
  test('is refused until it is written, and every gap is named', () =>
    assert.deepEqual(
      read(started)
        .problems.filter(({ outcome }) => outcome === 'refused')
        .map(({ outcome, field, rule }) => `${outcome} ${field ?? rule}`),
      [
        'refused title',
        'refused summary',
        'refused revisions.0.note',
        'refused revisions.1.note',
        'refused heading-empty',
        'refused heading-empty',
        'refused heading-empty',
      ],
    ));
  test('has the words of the other language beside the gaps', () => {
    assert.match(started, /# Der Druckdienst nimmt fremde Aufträge an\ntitle: ''\n/);
    assert.match(started, /# Update verfügbar\.\n {4}note: ''\n/);
    assert.match(started, /<!-- Bin ich betroffen\? -->\n\n### \{#faq-1\}/);
  });
  test('shares every fact with the others, once it is written', () => {
    const written = read(
      started.replace(/(title|summary|note|label): ''/g, '$1: Testo').replace(/^(#+) \{/gm, '$1 Titolo {'),
    ).edition;
    assert.ok(written);
    assert.deepEqual(
      [written.id, written.locale, written.published, written.updated, written.affected],
      [edition.id, 'it', edition.published, edition.updated, edition.affected],
    );
    assert.deepEqual(
      written.revisions.map(({ date, version }) => [date, version]),
      edition.revisions.map(({ date, version }) => [date, version]),
    );
    assert.deepEqual(written.references, [
      { kind: 'kb', id: '912345', url: 'https://support.microsoft.com/kb/912345', label: 'Testo' },
    ]);
    assert.deepEqual(
      written.outline.map(({ id, level }) => `${level} ${id}`),
      edition.outline.map(({ id, level }) => `${level} ${id}`),
    );
  });
});
