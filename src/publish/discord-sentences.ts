import type { Discord } from '../model/concordance/finding.ts';

/** What each kind of fact is called in a sentence. */
const names: Readonly<Record<string, string>> = {
  article: 'the article',
  cve: 'the vulnerability',
  bulletin: 'the bulletin',
  apsb: 'the bulletin',
  link: 'a link to',
  guid: 'the GUID',
  registry: 'the registry path',
  file: 'the file',
  hex: 'the number',
  hash: 'the hash',
  version: 'the version',
};

const nameOf = (about: string | undefined): string => names[about ?? ''] ?? about ?? '';

/** One sentence for the person who can check it: what is there, what the others have, what to do. */
export function sentenceOf({ kind, about, value, expected, values, locale }: Discord): string {
  const others = values.filter(
    (one) => one.locale !== locale && expected !== undefined && one.value === expected,
  ).length;
  const agree = others > 1 ? `${others} other languages have` : 'others have';
  switch (kind) {
    case 'label-target':
      return `the link is labelled ${expected} and leads to ${value}; check which of the two is meant`;
    case 'link':
      return `the link leads to ${value}, where ${agree} ${expected}; check the address`;
    case 'identifier':
    case 'literal':
      return expected === undefined
        ? `names ${nameOf(about)} \`${value}\`, which no other language has; check whether it belongs here`
        : `has \`${value}\`, where ${agree} \`${expected}\`; check which is right`;
    case 'code-line':
      if (value === undefined)
        return `this block of code lacks the line \`${expected}\`, which ${agree.replace(/ have$/, '')} have; add it`;
      if (expected === undefined)
        return `the line of code \`${value}\` stands in no other language; check whether it belongs here`;
      return `this line of code is \`${value}\`, where ${agree} \`${expected}\`; what a machine wrote stays as it is`;
    case 'wrapped-line':
      return `lines of code end elsewhere: \`${value}\`, where ${agree} \`${expected}\` (⏎ is a line end); end them as the others do`;
    case 'missing-fact':
      return `lacks ${nameOf(about)} \`${expected}\`, which all other languages have; add it, or remove it there`;
    case 'date':
    case 'version':
      return expected === undefined
        ? `${about} is ${value} here and another in other languages; check all of them`
        : `${about} is ${value}, where ${agree} ${expected}; check the ${kind === 'date' ? 'day' : 'number'}`;
    case 'impossible-date':
      return `${about} is of ${value}, before the advisory was published (${expected}); check the year`;
    case 'behind':
      return `has ${value} revisions of ${expected}; translate what was added`;
    case 'structure':
      return expected === undefined
        ? `${about}: ${value} here, another number in other languages; compare the texts`
        : `${about}: ${value}, where ${agree} ${expected}; compare the texts`;
    case 'language':
      return `is written in ${value}, and is the edition for ${expected}; translate it`;
    case 'unused-waiver':
      return `nothing is found that this waiver accepts (${value}); remove it`;
    case 'expired-waiver':
      return `this waiver ended on ${value}; mend what it accepts, or set another day`;
    default:
      return kind satisfies never;
  }
}
