/** Starts an edition of an advisory that exists in another language. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { takeIn } from '../intake/intake.ts';
import { advisoriesOf } from '../model/advisory.ts';
import { advisoryIdOf } from '../model/advisory-id.ts';
import { localeOfTag, locales } from '../model/locales.ts';
import { startedEdition } from '../publish/started-edition.ts';
import { shownPath } from '../site/paths.ts';
import { settings } from '../site/settings.ts';
import { endWithUsage } from './end-with-usage.ts';

const usage = `npm run new -- <id> <${locales.join('|')}>`;

try {
  const { positionals } = parseArgs({ allowPositionals: true });
  console.log(await start(positionals));
} catch (error) {
  endWithUsage(error, usage);
}

async function start([written = '', tag = '', ...others]: readonly string[]): Promise<string> {
  const id = advisoryIdOf(written);
  const locale = localeOfTag(tag);
  if (id === undefined || locale === undefined || others.length > 0)
    throw new Error(`give the id of an advisory and one of ${locales.join(', ')}\n${usage}`);
  const { advisories: folder } = settings();
  const { editions } = await takeIn(folder);
  const advisory = advisoriesOf(editions).find((one) => one.id === id);
  if (advisory === undefined)
    throw new Error(
      `there is no advisory ${written} in ${shownPath(folder)}; write its first edition by the field guide, content/README.md`,
    );
  const held = advisory.editions.get(locale);
  if (held !== undefined) throw new Error(`${written} is there in ${locale}: ${held.file}`);
  const file = join(folder, id, `${locale}.md`);
  if (existsSync(file))
    throw new Error(`${shownPath(file)} is there and cannot be read; npm run build says why`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, startedEdition(advisory, locale));
  return `${shownPath(file)} is begun: write title, notes and text; npm run dev shows what is still missing.`;
}
