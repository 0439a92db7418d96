import type { Element, Root as HastRoot } from 'hast';
import type { Schema } from 'hast-util-sanitize';
import type { Finding } from '../../model/problem.ts';
import { visit } from '../tree/visit.ts';
import { unsafeElements } from './unsafe-elements.ts';

/**
 * What of the HTML of a file is not shown, although its words are: elements and attributes, each named once for a
 * file, with how often it is there.
 */
export interface LeftOut {
  look(tree: HastRoot): void;
  findings(): Finding[];
}

/** Ids and marks that ingest alone writes (footnotes.ts). */
const isOurs = (name: string): boolean => name === 'id' || name.startsWith('data');

/** The classes that Markdown gives to lists of tasks; they are of no use here. */
const isOfTaskList = (value: unknown): boolean =>
  /^(?:contains-task-list|task-list-item)$/.test(String(value));

interface Seen {
  readonly line: number | undefined;
  count: number;
}

export function leftOut(schema: Schema): LeftOut {
  const tagNames = schema.tagNames ?? [];
  const attributes = schema.attributes ?? {};
  const elements = new Map<string, Seen>();
  const named = new Map<string, Seen>();
  const note = (seen: Map<string, Seen>, name: string, { position }: Element) => {
    const before = seen.get(name);
    if (before === undefined) seen.set(name, { line: position?.start.line, count: 1 });
    else before.count += 1;
  };
  const allowed = (tagName: string): Set<string> =>
    new Set(
      (attributes[tagName] ?? []).map((one) => [one].flat()[0] as string).filter((name) => !isOurs(name)),
    );
  const known = new Map(tagNames.map((name) => [name, allowed(name)]));
  const none = new Set<string>();
  return {
    look(tree) {
      visit(tree, 'element', (element) => {
        const { tagName, properties } = element;
        const isField = tagName === 'input' && properties.type !== 'checkbox';
        if (isField || (!known.has(tagName) && !unsafeElements.includes(tagName)))
          note(elements, tagName, element);
        for (const name of Object.keys(properties).filter((one) => !isOfTaskList(properties[one])))
          if (!(known.get(tagName) ?? none).has(name)) note(named, attributeName(name), element);
      });
    },
    findings: () => [
      ...told(elements, 'element', (name) => `<${name}>`, 'what is in them is shown without them'),
      ...told(named, 'attribute', (name) => name, 'shown without them'),
    ],
  };
}

function told(
  seen: ReadonlyMap<string, Seen>,
  kind: string,
  shown: (name: string) => string,
  remedy: string,
): Finding[] {
  if (seen.size === 0) return [];
  const names = [...seen].map(
    ([name, { count }]) => `\`${shown(name)}\`${count === 1 ? '' : ` (${count} times)`}`,
  );
  const lines = [...seen.values()].flatMap(({ line }) => line ?? []);
  return [
    {
      outcome: 'repaired',
      rule: `html-${kind}`,
      line: lines.length === 0 ? undefined : Math.min(...lines),
      what: `HTML with ${kind}s that a text may not have: ${names.join(', ')}`,
      remedy,
    },
  ];
}

/** An attribute as HTML has it: `className` is `class`, `ariaLabel` is `aria-label`. */
const attributeName = (property: string): string =>
  property === 'className' ? 'class' : property.replace(/^(aria|data)(?=[A-Z])/, '$1-').toLowerCase();
