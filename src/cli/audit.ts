/** Tells where the editions disagree, by file and line; the exit code is 1 where an error is open. */
import { parseArgs, styleText } from 'node:util';
import { audit } from '../audit/audit.ts';
import { readWaivers } from '../audit/waiver-file.ts';
import type { Discord, Severity } from '../model/concordance/finding.ts';
import { type Locale, localeOfTag, locales } from '../model/locales.ts';
import { formatProblem } from '../model/problem.ts';
import { csafProblem } from '../model/release-history.ts';
import { auditJson } from '../publish/audit-json.ts';
import { auditSarif } from '../publish/audit-sarif.ts';
import { auditText } from '../publish/audit-text.ts';
import { settings } from '../site/settings.ts';
import { endWithUsage } from './end-with-usage.ts';

const formats = ['text', 'json', 'sarif'] as const;
const usage = `npm run audit -- [--format ${formats.join('|')}] [--advisory <id>] [--locale ${locales.join('|')}]`;
const colours: Readonly<Record<Severity, 'red' | 'yellow' | 'cyan'>> = {
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
};

interface Choice {
  readonly format: (typeof formats)[number];
  readonly advisory: string | undefined;
  readonly locale: Locale | undefined;
}

try {
  await main(chosen());
} catch (error) {
  endWithUsage(error, usage);
}

function chosen(): Choice {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { format: text, advisory: text, locale: text } });
  const format = formats.find((one) => one === (values.format ?? 'text'));
  const locale = values.locale === undefined ? undefined : localeOfTag(values.locale);
  if (format === undefined)
    throw new Error(`--format ${values.format} is none of ${formats.join(', ')}\n${usage}`);
  if (values.locale !== undefined && locale === undefined)
    throw new Error(`--locale ${values.locale} is none of ${locales.join(', ')}\n${usage}`);
  return { format, advisory: values.advisory?.toLowerCase(), locale };
}

async function main({ format, advisory, locale }: Choice): Promise<void> {
  const before = performance.now();
  const { advisories: folder } = settings();
  const today = new Date().toISOString().slice(0, 10);
  const { intake, advisories, discords, waived } = await audit(folder, readWaivers(folder), today);
  if (advisory !== undefined && !advisories.some(({ id }) => id === advisory))
    throw new Error(`there is no advisory ${advisory} in ${folder}`);
  const asked = (discord: Discord) =>
    (advisory === undefined || discord.advisory === advisory) &&
    (locale === undefined || discord.locale === locale);
  const found = discords.filter(asked);
  const paint = (severity: Severity, words: string) =>
    process.stdout.isTTY ? styleText(colours[severity], words) : words;
  const refused = intake.problems.filter(({ outcome }) => outcome === 'refused');
  for (const problem of refused) console.error(formatProblem(problem));
  const withoutCsaf = intake.editions
    .filter(
      (edition) => (advisory ?? edition.id) === edition.id && (locale ?? edition.locale) === edition.locale,
    )
    .flatMap((edition) => csafProblem(edition) ?? []);
  if (format === 'json') console.log(auditJson(found, refused, withoutCsaf));
  else if (format === 'sarif') console.log(auditSarif(found, refused, withoutCsaf));
  else {
    console.log(auditText(found, advisories, waived.filter(asked).length, paint));
    for (const problem of withoutCsaf) console.log(formatProblem(problem));
  }
  if (format === 'text' && locale !== undefined) {
    const missing = advisories.filter(({ editions }) => !editions.has(locale)).map(({ shownId }) => shownId);
    if (missing.length > 0) console.log(`without an edition in ${locale}: ${missing.join(', ')}`);
  }
  const seconds = ((performance.now() - before) / 1_000).toFixed(1);
  console.error(
    `Compared ${intake.editions.length} editions of ${advisories.length} advisories in ${seconds} s.`,
  );
  if (refused.length > 0 || found.some(({ severity }) => severity === 'error')) process.exitCode = 1;
}
