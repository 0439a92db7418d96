import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { describe, test } from 'node:test';
import typescript from 'typescript';

interface Floor {
  /** Folders of `src` (or single files) that it may import, besides itself. */
  readonly from: readonly string[];
  /** Packages that it may import; `node:` stands for all of Node’s own modules. */
  readonly packages: readonly (string | RegExp)[];
}

const parsers = [
  'gray-matter',
  'yaml',
  'zod',
  'unified',
  'mdast-util-to-string',
  /^remark-/,
  /^hast-util-/,
  'mdast-util-to-hast',
  'parse5',
  /^eld/,
  'html-tag-names',
  'vfile',
  'decode-named-character-reference',
  // Types of the trees; nothing of them is left at run time.
  'mdast',
  'hast',
];

/** What every folder of `src` may know. Below `collections` nothing knows Astro. */
const floors: Readonly<Record<string, Floor>> = {
  model: { from: [], packages: ['zod'] },
  html: { from: ['model'], packages: ['parse5', 'hast', 'hast-util-to-html'] },
  site: { from: ['model'], packages: ['zod', 'node:'] },
  i18n: { from: ['model', 'site'], packages: [] },
  ingest: { from: ['model', 'html'], packages: parsers },
  intake: { from: ['model', 'site', 'ingest'], packages: ['node:', 'piscina', 'image-size'] },
  audit: { from: ['model', 'site', 'intake'], packages: ['node:', 'yaml'] },
  collections: { from: ['model', 'site', 'intake', 'audit'], packages: [/^astro/, 'node:'] },
  'content.config.ts': { from: ['model', 'collections'], packages: [/^astro/, 'zod'] },
  build: { from: ['model', 'html', 'site', 'publish'], packages: ['astro', 'node:', 'pagefind', 'piscina'] },
  // Of `sarif` only types; nothing is left at run time.
  publish: {
    from: ['model', 'html', 'site', 'i18n'],
    packages: ['sarif', 'yaml', 'zod'],
  },
  browser: { from: ['model', 'site/urls.ts'], packages: [] },
  styles: { from: [], packages: [] },
  components: { from: ['model', 'html', 'site', 'i18n', 'browser'], packages: ['node:'] },
  layouts: { from: ['model', 'site', 'i18n', 'components', 'styles', 'browser'], packages: [] },
  pages: {
    from: ['model', 'site', 'i18n', 'collections', 'publish', 'components', 'layouts', 'browser', 'styles'],
    packages: ['astro', 'node:'],
  },
  'middleware.ts': { from: ['html'], packages: [/^astro/] },
  release: { from: [], packages: [] },
  cli: {
    from: ['model', 'release', 'build', 'site', 'i18n', 'ingest', 'intake', 'audit', 'publish'],
    packages: ['node:'],
  },
};

/** The stages of ingest: what each folder in it may know of the others. The readers know all of them. */
const stages: Readonly<Record<string, readonly string[]>> = {
  words: [],
  bytes: ['words'],
  'front-matter': ['bytes'],
  tree: ['bytes'],
  html: ['bytes', 'tree'],
  language: ['tree', 'words'],
  facts: ['bytes', 'front-matter', 'html', 'tree', 'words'],
  parts: ['tree', 'words', 'read-file.ts'],
  repairs: ['html', 'tree', 'words'],
  conservation: ['bytes', 'words', 'read-file.ts', 'edition.ts'],
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(?:ts|mjs|astro|css)$/.test(path));

const floorOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : path);

/** What a file imports: files of `src` by their path there, packages by their name. */
function importsOf(path: string): { files: string[]; packages: string[] } {
  const text = readFileSync(`src/${path}`, 'utf8');
  const specifiers = scriptsOf(path, text).flatMap((script) =>
    typescript.preProcessFile(script).importedFiles.map(({ fileName }) => fileName),
  );
  const inside = specifiers
    .filter((name) => name.startsWith('.'))
    .map((name) => normalize(join(dirname(path), name)));
  return { files: inside, packages: specifiers.filter((name) => !name.startsWith('.')) };
}

/** The scripts in a file: of an Astro file those between its fences and in its script elements. */
function scriptsOf(path: string, text: string): string[] {
  if (path.endsWith('.css')) return [];
  if (!path.endsWith('.astro')) return [text];
  const fenced = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  return [
    fenced,
    ...[...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script),
  ];
}

describe('imports go one way', () => {
  for (const path of files) {
    test(path, () => {
      const name = floorOf(path);
      const floor = floors[name];
      assert.ok(floor, `src/${name} is no folder of the plan`);
      const imports = importsOf(path);
      for (const target of imports.files) {
        assert.ok(existsSync(`src/${target}`), `${target} does not exist`);
        const allowed =
          floorOf(target) === name || floor.from.includes(floorOf(target)) || floor.from.includes(target);
        assert.ok(allowed, `${path} may not import ${target}`);
      }
      for (const target of imports.packages) {
        const allowed = floor.packages.some((known) =>
          typeof known === 'string'
            ? target === known || (known === 'node:' && target.startsWith('node:'))
            : known.test(target),
        );
        assert.ok(allowed, `${path} may not import the package ${target}`);
      }
    });
  }
});

describe('the stages of ingest know only those before them', () => {
  for (const [name, known] of Object.entries(stages))
    test(name, () => {
      const inside = files.filter((path) => path.startsWith(`ingest/${name}/`));
      assert.ok(inside.length > 0);
      for (const path of inside)
        for (const target of importsOf(path).files.filter((one) => one.startsWith('ingest/'))) {
          const stage = target.split('/')[1] ?? '';
          assert.ok(stage === name || known.includes(stage), `${path} may not import ${target}`);
        }
    });
  test('there are no others', () => {
    const folders = files.flatMap((path) => /^ingest\/([^/]+)\//.exec(path)?.[1] ?? []);
    assert.deepEqual([...new Set(folders)].sort(), Object.keys(stages).sort());
  });
  test('the kind of a file is asked once, where its reader is chosen', () => {
    for (const path of files.filter((one) => one.startsWith('ingest/')))
      assert.equal(
        readFileSync(`src/${path}`, 'utf8').split(/[!=]== '(?:own|archive)'/).length - 1,
        path === 'ingest/ingest.ts' ? 1 : 0,
        path,
      );
  });
});

test('no file imports itself through others', () => {
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    assert.ok(!trail.includes(path), `a circle: ${[...trail, path].join(' → ')}`);
    if (done.has(path)) return;
    for (const target of importsOf(path).files) if (files.includes(target)) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of files) visit(path, []);
});

test('parts and frames are given what they show', () => {
  for (const path of files.filter((name) => /^(?:components|layouts)\//.test(name))) {
    assert.doesNotMatch(readFileSync(`src/${path}`, 'utf8'), /Astro\.locals|getCollection|\bfetch\(/, path);
  }
});

test('what is built from content does not read the clock', () => {
  for (const path of files.filter((name) => !/^(?:browser|cli)\//.test(name))) {
    assert.doesNotMatch(readFileSync(`src/${path}`, 'utf8'), /new Date\(\)|Date\.now\(|Math\.random\(/, path);
  }
});

/**
 * Modules of these folders in which an expression may look for a `<`, and why it parses no HTML. Everything else
 * asks `src/html`.
 */
const bracketsInPatterns: Readonly<Record<string, string>> = {
  'ingest/repairs/html-tables.ts': 'finds tables in lines of Markdown, before there is a tree',
  'ingest/tree/source-limits.ts': 'counts marks before anything is parsed',
  'ingest/tree/markdown.ts': 'asks whether an address can be written in angle brackets',
  'ingest/tree/found-addresses.ts': 'says where an address in plain text ends',
  'ingest/html/addresses.ts': 'says what a mail address may hold',
  'ingest/repairs/prose-in-code.ts': 'distinguishes code from prose by single characters',
  'ingest/conservation/source.ts': 'reads a source by another route than the parsers',
  'ingest/conservation/lost-words.ts': 'the same, to compare lines of code with it',
  'ingest/tree/false-markup.ts': 'asks of a comment whether it has an end',
  'ingest/facts/text-facts.ts': 'says where a path in plain text ends',
};

test('no expression looks for a tag, except where that is the job', () => {
  const folders = /^(?:components|layouts|pages|publish|ingest|build|collections|audit)\//;
  for (const path of files.filter((name) => folders.test(name) && !name.endsWith('.css'))) {
    const found = scriptsOf(path, readFileSync(`src/${path}`, 'utf8')).flatMap(patternsWithBracket);
    if (path in bracketsInPatterns)
      assert.notDeepEqual(found, [], `${path} no longer needs to be named here`);
    else assert.deepEqual(found, [], `${path}: ask src/html instead`);
  }
});

/** Regular expressions in a script, and text given to `indexOf` and the like, that contain a `<` as a character. */
function patternsWithBracket(script: string): string[] {
  const source = typescript.createSourceFile('x.ts', script, typescript.ScriptTarget.Latest, true);
  const found: string[] = [];
  const isSearch =
    /^(?:indexOf|lastIndexOf|includes|startsWith|endsWith|split|replace|replaceAll|match|matchAll|search)$/;
  const visit = (node: typescript.Node): void => {
    if (typescript.isRegularExpressionLiteral(node) && /(?<!\(\?)<(?![=!])/.test(node.text))
      found.push(node.text);
    if (
      typescript.isCallExpression(node) &&
      typescript.isPropertyAccessExpression(node.expression) &&
      isSearch.test(node.expression.name.text)
    ) {
      const [first] = node.arguments;
      if (first !== undefined && typescript.isStringLiteralLike(first) && /<[a-z/!]/i.test(first.text))
        found.push(node.getText());
    }
    typescript.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('a pattern over HTML is noticed', () => {
  for (const script of [
    'html.replace(/<a href="([^"]*)">/g, "")',
    'html.matchAll(/<\\/?b>/g)',
    'html.indexOf("<main")',
    'html.includes(`<table`)',
  ])
    test(script, () => assert.equal(patternsWithBracket(script).length, 1));
  for (const script of ['/(?<=a)b(?<!c)(?<name>d)/.test(x)', 'text.replaceAll("<", "&lt;")', 'a < b'])
    test(`but not ${script}`, () => assert.deepEqual(patternsWithBracket(script), []));
});
