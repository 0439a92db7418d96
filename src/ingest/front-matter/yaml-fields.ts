import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Finding } from '../../model/problem.ts';
import { forbiddenCharacters, nameOf } from '../bytes/decode.ts';

/** A field’s value: every scalar is text as it was written, never a number or a date. */
export type FieldValue = string | FieldValue[] | { [key: string]: FieldValue };

export interface FrontMatter {
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Line of a field by its path: `revisions.0.date`. */
  readonly lines: ReadonlyMap<string, number>;
}

export type ParsedYaml = FrontMatter & { findings: Finding[] };

/** Nesting of front matter. Ours needs three levels. */
const maxDepth = 8;

/**
 * YAML → fields, or why not: only maps, lists and text are taken.
 *
 * @param offset lines before the block in its file
 */
export function parseYaml(yaml: string, offset: number): ParsedYaml | { refusals: Finding[] } {
  const counter = new LineCounter();
  // Failsafe: maps, sequences and strings. `2008-02-30`, `0123` and `1.10` stay what they are.
  const document = parseDocument(yaml, {
    schema: 'failsafe',
    uniqueKeys: true,
    lineCounter: counter,
    merge: false,
  });
  const lineAt = (position: number | undefined) => offset + counter.linePos(position ?? 0).line;
  const sourceLines = yaml.split('\n');
  const refusals = [...document.errors, ...document.warnings].slice(0, mostErrors).map((error) => {
    const line = lineAt(error.pos[0]);
    return yamlRefusal(error, line, sourceLines[line - offset - 1] ?? '');
  });
  if (refusals.length > 0) {
    const flat = refusals.every(({ rule }) => rule === 'front-matter-syntax')
      ? readFlat(yaml, offset)
      : undefined;
    return flat ?? { refusals };
  }
  if (document.contents === null) return { fields: {}, lines: new Map(), findings: [] };
  return fieldsOf(document, lineAt);
}

function fieldsOf(
  document: Document.Parsed,
  lineAt: (position?: number) => number,
): ParsedYaml | { refusals: Finding[] } {
  const refusals: Finding[] = [];
  const findings: Finding[] = [];
  const lines = new Map<string, number>();
  const refuse = (rule: string, what: string, remedy: string, node: Node | null | undefined) => {
    refusals.push(refusal(rule, what, remedy, lineAt(node?.range?.[0])));
    return '';
  };
  const checked = (text: string, node: Node): string => {
    const forbidden = forbiddenCharacters.exec(text)?.[0];
    return forbidden === undefined
      ? text
      : refuse('forbidden-character', `holds ${nameOf(forbidden)}`, 'remove it', node);
  };
  const read = (node: Node | null | undefined, path: string, depth: number): FieldValue => {
    if (node === null || node === undefined) return '';
    if (!lines.has(path)) lines.set(path, lineAt(node.range?.[0]));
    if (isAlias(node))
      return refuse('yaml-alias', 'refers to another value with `*`', 'write the value out', node);
    if (node.anchor !== undefined)
      return refuse('yaml-alias', 'names a value with `&`', 'remove the name', node);
    if (node.tag !== undefined && !isPlainTag(node.tag))
      return refuse('yaml-tag', `has the tag \`${node.tag}\``, 'remove it; every value is text', node);
    if (depth > maxDepth)
      return refuse('yaml-depth', `is nested more than ${maxDepth} levels deep`, 'flatten it', node);
    if (isScalar(node)) {
      if (node.comment) findings.push(cutOff(path, lineAt(node.range?.[0]), node.comment));
      return checked(node.value === null ? '' : String(node.value), node);
    }
    if (isSeq(node))
      return node.items.map((item, index) => read(item as Node, `${path}.${index}`, depth + 1));
    if (!isMap(node)) return '';
    const fields: Record<string, FieldValue> = Object.create(null);
    for (const { key, value } of node.items) {
      const keyNode = key as Node;
      const name = isScalar(keyNode) ? String(keyNode.value) : '';
      if (!isScalar(keyNode) || name === '')
        refuse('yaml-key', 'has a field without a plain name', 'name it', keyNode);
      else if (name === '<<')
        refuse('yaml-merge', 'merges another value with `<<`', 'write the fields out', keyNode);
      else if (['__proto__', 'constructor', 'prototype'].includes(name))
        refuse('yaml-key', `has a field \`${name}\``, 'remove it', keyNode);
      else {
        const inner = path === '' ? name : `${path}.${name}`;
        lines.set(inner, lineAt(keyNode.range?.[0]));
        fields[checked(name, keyNode)] = read(value as Node | null, inner, depth + 1);
      }
    }
    return fields;
  };
  if (!isMap(document.contents)) {
    return {
      refusals: [
        refusal(
          'front-matter-no-mapping',
          'the front matter holds no fields',
          'write each as `name: value`, with a plain colon and a space',
          lineAt(document.contents?.range?.[0]),
        ),
      ],
    };
  }
  const fields = read(document.contents as Node, '', 0) as Record<string, FieldValue>;
  return refusals.length > 0 ? { refusals } : { fields, lines, findings };
}

const isPlainTag = (tag: string): boolean => /^tag:yaml\.org,2002:(map|seq|str)$/.test(tag);

/** @param source the line of the block in which it is noticed */
function yamlRefusal(error: { code: string; message: string }, line: number, source: string): Finding {
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^\s*(?:- )?([^\s:]{1,80}(?::[^\s:]{1,80})*):/.exec(source)?.[1];
    return {
      ...refusal('duplicate-key', 'stands twice', 'keep one of the two', line),
      ...(key ? { field: key } : {}),
    };
  }
  if (error.code === 'TAG_RESOLVE_FAILED') {
    return refusal('yaml-tag', 'has a YAML tag', 'remove it; every value is text', line);
  }
  const [what, remedy] = plainWords[error.code] ?? [
    `is no YAML: ${error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '')}`,
    'quote the value, or mend the line',
  ];
  return refusal('front-matter-syntax', what, remedy, line);
}

/** What authors do wrong most often, said without the words of the YAML specification. */
const plainWords: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  BLOCK_AS_IMPLICIT_KEY: ['a value has a colon followed by a space', 'put quotation marks around the value'],
  TAB_AS_INDENT: ['the line is indented with a tab', 'indent it with spaces'],
  BAD_INDENT: ['the line is indented otherwise than those above it', 'indent it like them'],
  MISSING_CHAR: ['a quotation mark, bracket or colon is missing', 'add it'],
  BAD_SCALAR_START: [
    'a value begins with a mark that has a meaning in YAML',
    'put quotation marks around the value',
  ],
};

const cutOff = (path: string, line: number, comment: string): Finding => ({
  outcome: 'repaired',
  rule: 'front-matter-comment',
  line,
  field: path,
  what: `\`#${comment.slice(0, 60)}\` behind the value is a comment`,
  remedy: 'left out; put quotation marks around the value if it belongs to it',
});

/**
 * Plain `name: value` lines of a publishing system that did not quote what YAML wants quoted (a second
 * colon, a quotation mark in the middle): read as they stand. Own files are held to YAML.
 */
function readFlat(yaml: string, offset: number): ParsedYaml | undefined {
  const fields: Record<string, FieldValue> = Object.create(null);
  const lines = new Map<string, number>();
  for (const [index, line] of yaml.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, name, value = ''] = /^([A-Za-z][\w.:-]{0,80}?):(?:\s(.*))?$/.exec(line.trimEnd()) ?? [];
    if (name === undefined || Object.hasOwn(fields, name)) return undefined;
    fields[name] = value.trim().replace(/^(['"])(.*)\1$/, '$2');
    lines.set(name, offset + index + 1);
  }
  if (!Object.keys(fields).some(isLegacyField)) return undefined;
  const finding: Finding = {
    outcome: 'repaired',
    rule: 'front-matter-flat',
    line: offset + 1,
    what: 'the front matter is no YAML',
    remedy: 'read line by line as `name: value`',
  };
  return { fields, lines, findings: [finding] };
}

/** More are the consequence of the first. */
const mostErrors = 10;

/** A field of the archive’s own publishing system. */
export const isLegacyField = (name: string): boolean => /^(ms[:.]|mtps_|TOCTitle$|Title$)/.test(name);

export const refusal = (rule: string, what: string, remedy: string, line: number): Finding => ({
  outcome: 'refused',
  rule,
  line,
  what,
  remedy,
});
