/** Adds to the permalinks what the site in `dist` has and they lack; `--accept`: also titles that changed. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readSite } from './support/built-site.ts';
import { answersOf, brokenPermalinks, permalinksFile, permalinksIn } from './support/permalinks.ts';

const { accept } = parseArgs({ options: { accept: { type: 'boolean', default: false } } }).values;
const known = permalinksIn(existsSync(permalinksFile) ? readFileSync(permalinksFile, 'utf8') : '');
const answers = answersOf(readSite('dist'));
const added = [...answers].filter(([address, title]) => {
  const titles = known.get(address);
  return titles === undefined || (accept && !titles.has(title));
});
appendFileSync(
  permalinksFile,
  added.map(([address, title]) => `${address}${title === '' ? '' : `\t${title}`}\n`).join(''),
);
console.log(`${added.length} added to ${permalinksFile}.`);
const broken = accept ? [] : brokenPermalinks(known, answers);
for (const line of broken.slice(0, 10)) console.log(line);
if (broken.length > 10) console.log(`… and ${broken.length - 10} more; is the whole site built?`);
