import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Root } from 'mdast';
import { parseMarkdown } from '../../../src/ingest/tree/markdown.ts';
import { visit, visitAll } from '../../../src/ingest/tree/visit.ts';

const tree = (): Root => parseMarkdown('**a *b* c** d');
const wordsOf = (root: Root): string[] => {
  const words: string[] = [];
  visit(root, 'text', ({ value }) => {
    words.push(value.trim());
  });
  return words;
};

describe('a visit', () => {
  test('comes to a parent before its children, in the order of the text', () => {
    const types: string[] = [];
    visitAll(tree(), ({ type }) => {
      types.push(type);
    });
    assert.deepEqual(types, 'root paragraph strong text emphasis text text text'.split(' '));
  });
  test('comes to the nodes of one type only, wherever they are', () =>
    assert.deepEqual(wordsOf(tree()), ['a', 'b', 'c', 'd']));
  test('tells the parent and the place in it', () =>
    visit(tree(), 'emphasis', (node, index, parent) => {
      assert.equal(parent?.type, 'strong');
      assert.equal(parent?.children[index ?? -1], node);
    }));
  test('leaves out what is in a node, when told to skip it', () => {
    const types: string[] = [];
    visitAll(tree(), ({ type }) => {
      types.push(type);
      return type === 'strong' ? 'skip' : undefined;
    });
    assert.deepEqual(types, ['root', 'paragraph', 'strong', 'text']);
  });
  test('ends everywhere, when told to stop', () => {
    const words: string[] = [];
    visit(tree(), 'text', ({ value }) => {
      words.push(value);
      return value === 'b' ? 'stop' : undefined;
    });
    assert.deepEqual(words, ['a ', 'b']);
  });
  test('goes on at the index that it is told, with what stands there now', () => {
    const root = tree();
    visit(root, 'emphasis', (node, index, parent) => {
      parent?.children.splice(index ?? 0, 1, ...(node.children as never[]));
      return index;
    });
    assert.deepEqual(wordsOf(root), ['a', 'b', 'c', 'd']);
    const types: string[] = [];
    visitAll(root, ({ type }) => {
      types.push(type);
    });
    assert.ok(!types.includes('emphasis'));
  });
});
