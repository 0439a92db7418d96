import type { Fact } from '../fact.ts';
import { identifiersIn } from '../identifier.ts';
import { type Discord, discordIn } from './finding.ts';
import { isSlip } from './likeness.ts';
import { valuesOf, type Witness } from './witness.ts';

/** An identifier, and which identifiers it can be compared with. */
interface Named {
  readonly family: 'number' | 'cve' | 'bulletin';
  readonly id: string;
}

/** Links whose words name one thing, while they lead to another of the same kind. */
export function contradictions(witnesses: readonly Witness[]): Discord[] {
  // What links lead to: any other number in the words of a link may be a number of servers.
  const linked = new Set(witnesses.flatMap(({ facts }) => facts.flatMap(({ value }) => value)));
  return witnesses.flatMap(({ edition, facts }) =>
    facts.flatMap((fact) => {
      const target = targetIn(fact);
      const named =
        target &&
        namedIn(fact).filter(({ family, id }) => family === target.family && isMeant(fact, id, linked));
      if (target === undefined || named === undefined || named.length === 0) return [];
      if (named.some(({ id }) => id === target.id)) return [];
      const [label] = named;
      return discordIn(edition, 'label-target', 'error', {
        line: fact.line,
        value: target.id,
        expected: label?.id,
        spot: fact.shown,
        values: valuesOf(witnesses, (other) => {
          const same = other.facts.find((one) => namedIn(one).some(({ id }) => id === label?.id));
          return { value: same && (targetIn(same)?.id ?? same.value), line: same?.line };
        }),
      });
    }),
  );
}

/**
 * Whether a number is the name of what is linked, and not how many of something there are: by its prefix, by
 * its place at the end, as other links of its kind have it, or as a slip of the target.
 */
function isMeant({ label = '', value }: Fact, id: string, linked: ReadonlySet<string>): boolean {
  if (!/^\d+$/.test(id)) return true;
  return (
    new RegExp(`${id}[\\s()\\[\\].。）]*$`).test(label) ||
    new RegExp(`KB[\\s-]?${id}`, 'i').test(label) ||
    linked.has(value.replace(/:.*/, `:${id}`)) ||
    isSlip(id, value.replace(/^.*:/, ''))
  );
}

function targetIn({ kind, value }: Fact): Named | undefined {
  if (kind !== 'link') return undefined;
  const [, scheme, id = ''] = /^(kb|advisory|cve|bulletin):(.+)$/.exec(value) ?? [];
  if (scheme === undefined) return undefined;
  return { family: scheme === 'cve' || scheme === 'bulletin' ? scheme : 'number', id };
}

function namedIn({ kind, label = '' }: Fact): Named[] {
  if (kind !== 'link') return [];
  return (['article', 'cve', 'bulletin'] as const).flatMap((named) =>
    identifiersIn(label, named).map(
      ({ id }): Named => ({ family: named === 'article' ? 'number' : named, id }),
    ),
  );
}
