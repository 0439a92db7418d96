import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { splitFrontMatter } from '../../../src/ingest/front-matter/split.ts';
import { archiveFile, htmlOf, ingest, ingestOwn, ownFile, told } from '../../support/files.ts';

describe('front matter never runs', () => {
  for (const opening of [
    '---js',
    '---JS',
    '--- js',
    '---javascript',
    '---json',
    '---coffee',
    '---toml',
    '---constructor',
    '---toString',
    '---__proto__',
    '---yaml',
  ]) {
    test(`after \`${opening}\``, () => {
      (globalThis as { ran?: boolean }).ran = false;
      const split = splitFrontMatter(`${opening}\n{ "a": (globalThis.ran = true) }\n---\nText`);
      assert.ok('refusals' in split);
      assert.equal((globalThis as { ran?: boolean }).ran, false);
    });
  }
  test('nor when it is not closed', () => {
    (globalThis as { ran?: boolean }).ran = false;
    assert.ok('refusals' in splitFrontMatter('---js\nglobalThis.ran = true'));
    assert.equal((globalThis as { ran?: boolean }).ran, false);
  });
  test('and a refusal is not forgotten the second time', () => {
    for (const _ of [1, 2]) assert.ok('refusals' in splitFrontMatter('---\na: [\n---\nText'));
  });
});

describe('YAML that is more than fields and values is refused', () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...'bcdefgh'
      .split('')
      .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[at]}`).join(', ')}]`),
  ];
  for (const [rule, yaml] of [
    ['aliases', 'a: &x 1\nb: *x'],
    ['aliases that explode', bomb.join('\n')],
    ['merge keys', 'a:\n  b: 1\nc:\n  <<: {b: 1}'],
    ['tags', 'a: !!js/function x'],
    ['own tags', 'a: !x y'],
    ['binary tags', 'a: !!binary aGk='],
    ['__proto__', '__proto__:\n  polluted: yes'],
    ['constructor', 'a:\n  constructor: b'],
    ['deep nesting', `a: ${'['.repeat(9)}${']'.repeat(9)}`],
    ['a field that stands twice', 'a: 1\na: 2'],
    ['a list instead of fields', '- a\n- b'],
    ['a sentence instead of fields', 'title'],
    ['a control character in an escape', 'a: "\\u202E"'],
    ['half a surrogate pair in an escape', 'a: "\\uD800"'],
    ['two documents', 'a: 1\n--- b'],
    ['a broken value', 'a: [1'],
  ] as const) {
    test(rule, () => assert.ok('refusals' in splitFrontMatter(`---\n${yaml}\n---\n`)));
  }
  test('and nothing is polluted', () => assert.equal(({} as { polluted?: string }).polluted, undefined));
});

test('a field named like a property of every object is a field like any other', () => {
  for (const name of ['toString', 'valueOf', 'hasOwnProperty']) {
    assert.doesNotThrow(() => ingest(`---\n${name}: x\n---\n# a\n`));
    assert.doesNotThrow(() => ingestOwn(ownFile({ extra: `${name}: x` })));
  }
});

test('a front matter of thousands of fields is refused', () => {
  for (const yaml of [
    Array.from({ length: 20_000 }, (_, at) => `a${at}: b`).join('\n'),
    `a: ${'['.repeat(150_000)}`,
  ]) {
    assert.ok('refusals' in splitFrontMatter(`---\n${yaml}\n---\n`));
  }
});

test('what YAML takes for a comment behind a value is told', () =>
  assert.match(
    told(ingestOwn(ownFile({ title: 'title: C# Dienst # nicht geprüft' }))).join(),
    /title: `# nicht geprüft` behind the value is a comment; left out; put quotation marks/,
  ));

test('every value stays as it was written', () => {
  const split = splitFrontMatter('---\na: 2008-02-30\nb: 0123\nc: 12:30\nd: 1.10\ne: yes\nf: ~\n---\n');
  assert.ok('fields' in split);
  assert.deepEqual(
    { ...split.fields },
    { a: '2008-02-30', b: '0123', c: '12:30', d: '1.10', e: 'yes', f: '~' },
  );
});

test('lines are counted from the start of the file, in the text too', () => {
  const split = splitFrontMatter('\n---\na: 1\nb:\n  - c: 2\n---\n\nText');
  assert.ok('fields' in split);
  assert.deepEqual([split.lines.get('a'), split.lines.get('b.0.c')], [3, 5]);
  assert.equal(split.body.split('\n').indexOf('Text'), 7);
});

test('a text that begins with a rule has no front matter', () => {
  const split = splitFrontMatter('-----\n\nText');
  assert.ok('body' in split);
  assert.equal(split.body, '-----\n\nText');
});

describe('a file is an own one', () => {
  test('where it has fields of ours', () => assert.equal(ingestOwn(ownFile()).kind, 'own'));
  test('but not with a field of the archive', () =>
    assert.equal(ingestOwn(ownFile({ legacy: 'ms:assetid: 1' })).kind, 'archive'));
  test('nor with a title alone, as every system has one', () =>
    assert.equal(ingest('---\ntitle: A\ndate: 2008-06-13\n---\nText').kind, 'archive'));
  test('unless it lies where an own file belongs', () =>
    assert.equal(ingestOwn('---\ntitle: A\n---\nText').kind, 'own'));
  test('nor without any', () => assert.equal(ingest('---\nauthor: A\n---\nText').kind, 'archive'));
});

describe('front matter that a converter did not put at the very start is read, and that is reported:', () => {
  const file = archiveFile();
  for (const [rule, text] of [
    ['front-matter-indented', ` ${file}`],
    ['front-matter-indented', `\n\n \t${file}`],
    ['front-matter-doubled', `---\n${file}`],
    ['front-matter-doubled', `---\n\n${file}`],
    ['front-matter-after-text', `Sicherheitsempfehlung\n\n${file}`],
    ['front-matter-after-text', `<!-- Vorlage -->\n${file}`],
  ] as const)
    test(`${rule}: ${JSON.stringify(text.slice(0, 30))}`, () => {
      const { edition, problems } = ingest(text, 'x/de-DE/a.md');
      assert.deepEqual([edition?.id, edition?.title], ['123456', 'Sicherheitsempfehlung 123456']);
      assert.deepEqual(
        problems.map((problem) => problem.rule).filter((one) => one.startsWith('front')),
        [rule],
      );
    });
  test('the text before it stays', () =>
    assert.match(htmlOf(ingest(`Wichtiger Hinweis.\n\n${file}`, 'x/de-DE/a.md')), /Wichtiger Hinweis\./));
  for (const text of ['A\n\n---\n\nB: c\n\n---\n\nD', '---\n---\n', 'A\n---\nms:assetid\n---\n'])
    test(`but what only divides a text is no front matter: ${JSON.stringify(text)}`, () => {
      const split = splitFrontMatter(text);
      assert.ok('fields' in split);
      assert.deepEqual(Object.keys(split.fields), []);
    });
});
