import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { kindOf } from '../../../src/ingest/front-matter/kind.ts';
import { archiveFile, ingest, told } from '../../support/files.ts';

describe('a file is', () => {
  for (const [what, names, placed, kind] of [
    ['our own with a field that only we have', ['id', 'title'], false, 'own'],
    ['our own with a title alone, where own files belong', ['title'], true, 'own'],
    ['of an archive with a title alone anywhere else', ['title'], false, 'archive'],
    [
      'of an archive with fields of another system, wherever it is',
      ['title', 'layout', 'date'],
      true,
      'archive',
    ],
    [
      'our own with fields of ours beside those of another system',
      ['title', 'published', 'layout'],
      true,
      'own',
    ],
    ['our own with a field that is misspelt', ['title', 'publised'], true, 'own'],
    ['of an archive with a field of its publishing system', ['id', 'title', 'ms:assetid'], true, 'archive'],
    ['of an archive without any field', [], true, 'archive'],
  ] as const)
    test(what, () => {
      const fields = Object.fromEntries(names.map((name) => [name, 'x']));
      assert.equal(kindOf({ fields, lines: new Map() }, placed), kind);
    });
});

describe('a post of another publishing system is read as it is', () => {
  const post = `---
layout: news_post
title: "Überlauf beim Lesen von Bildern"
author: eva
date: 2026-03-02 01:49:25 +0000
description: Ein Update hilft.
lang: de
---

Es gibt einen Überlauf in <unbekannt>.

## Details

Serie 1
`;
  for (const [path, id] of [
    ['cve-2026-12345/de-DE.md', 'cve-2026-12345'],
    ['de-DE/CVE-2026-12345.md', 'cve-2026-12345'],
    ['de/2026/DSA-5432-1.md', 'dsa-5432-1'],
    ['de/SSA-123456.md', 'ssa-123456'],
    ['nb/a/RHSA-2026_0123.md', 'rhsa-2026-0123'],
  ] as const)
    test(`in ${path}`, () => {
      const { edition, text } = ingest(post, path);
      assert.deepEqual(
        [edition?.id, edition?.published, edition?.summary, edition?.title],
        [id, '2026-03-02', 'Ein Update hilft.', 'Überlauf beim Lesen von Bildern'],
      );
      assert.equal(text?.lead, '<p>Es gibt einen Überlauf in &#x3C;unbekannt>.</p>');
    });
  for (const path of [
    'de-DE/2026-03-02-ueberlauf-cve-2026-12345.md',
    'de-DE/windows-server-2008.md',
    'de-DE/news.md',
  ])
    test(`and set aside with what it needs in ${path}`, () =>
      assert.match(
        told(ingest(post, path)).join('\n'),
        /is not an advisory: it has no id; left out; if it is one, add `id: …`, or name the file or its folder by the id$/,
      ));
  test('with a date that is not one, it has none', () =>
    assert.match(
      told(ingest(post.replace('2026-03-02', '02.03.2026'), 'de-DE/CVE-2026-12345.md')).join('\n'),
      /it has no date, version or revision/,
    ));
});

test('a history that an archive file states in front matter is its history', () => {
  const header = `Title: A
ms:assetid: 123456
revisions:
  - date: 2008-06-13
    version: '1.0'
    note: Veröffentlicht *heute*.`;
  const { edition } = ingest(archiveFile({ header }));
  assert.deepEqual(
    edition?.revisions.map(({ date, version, note, noteHtml }) => [date, version, note, noteHtml]),
    [['2008-06-13', '1.0', 'Veröffentlicht *heute*.', undefined]],
  );
});
