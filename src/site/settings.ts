import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import { CalendarDate } from '../model/calendar-date.ts';
import { type Locale, localeFacts, localeOfTag, locales } from '../model/locales.ts';
import { oneLine } from '../model/problem.ts';
import { holds } from './holds.ts';

/** The project’s folder. The site is always built from it, also when a tool is started elsewhere. */
const projectFolder = findProjectFolder();

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** What a build may not write into: it replaces the folder with all that is in it. */
const ownParts = ['src', 'content', 'public', 'tests', '.git', '.ci', '.astro'].map((name) =>
  resolve(projectFolder, name),
);

const isProject = (path: string): boolean =>
  holds(path, projectFolder) || ownParts.some((part) => holds(part, path) || holds(path, part));

/** Where a path really is, through symbolic links, as far as it exists. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : resolve(realPath(parent), basename(path));
}

/** Whether every folder on the way is one, as far as it exists. */
function canHold(path: string): boolean {
  if (existsSync(path)) return isFolder(path);
  return dirname(path) === path || canHold(dirname(path));
}

/** A name as DNS has it (RFC 1123, 2.1), or an address of IPv4 or IPv6. */
const isHostName = (host: string): boolean =>
  /^\[[0-9a-f:.]+\]$/.test(host) ||
  (host.length <= 253 &&
    /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/.test(host));

const Port = z.coerce
  .number('is no number')
  .int('is no whole number')
  .min(1, 'is no port')
  .max(65535, 'is no port; the highest is 65535');

/** Every setting, and what it is when nobody sets it. */
const Settings = z
  .object({
    /** ADVISORIES: the folder of Markdown files, absolute. */
    advisories: z
      .string()
      .default('content/advisories')
      .transform((path) => resolve(projectFolder, path))
      .refine(isFolder, 'is no folder; name one that exists'),
    /** OUT_DIR: the folder that the site is written to, absolute. */
    outDir: z
      .string()
      .default('dist')
      .transform((path) => resolve(projectFolder, path))
      .refine((path) => !isProject(path) && !isProject(realPath(path)), {
        error: 'holds or is a part of the project, and a build replaces it; name another folder',
        abort: true,
      })
      .refine((path) => !existsSync(path) || isFolder(path), { error: 'is no folder', abort: true })
      .refine((path) => canHold(dirname(path)), {
        error: 'lies in something that is no folder; name another one',
        abort: true,
      }),
    /** SITE_URL: scheme and host that the site is published under, without a slash at the end. */
    origin: z
      .url({ protocol: /^https?$/, error: 'is no http or https address', abort: true })
      .refine((url) => /^[^/]+:\/\/[^/?#@]+\/?$/.test(url), {
        error: 'has more than scheme and host; a path goes into BASE_PATH',
        abort: true,
      })
      .refine(
        (url) => isHostName(new URL(url).hostname),
        'has an invalid host name; use letters, digits and inner hyphens, and one `.` between two parts',
      )
      .transform((url) => new URL(url).origin)
      .optional(),
    /** BASE_PATH: the path that the site lives under, with a slash at both ends. */
    base: z
      .string()
      .regex(/^[\w./-]*$/, 'may hold only letters, digits, `.`, `-`, `_` and `/`')
      .refine((path) => !/(?:^|\/)\.\.?(?:\/|$)/.test(path), 'may not go up with `..`')
      .default('/')
      .transform((path) => `/${path}/`.replace(/\/+/g, '/')),
    /** PORT: where `npm start`, `npm run dev` and `npm run preview` listen. */
    port: Port.default(4321),
    /** CONTACT: where readers report errors, a mail address or a web address. */
    contact: z
      .union(
        [z.email(), z.url({ protocol: /^https?$/ })],
        'is neither a mail address nor an http or https address',
      )
      .transform((address) => address.replace(/^https?:/i, (scheme) => scheme.toLowerCase()))
      .optional(),
    /** PUBLISHER: who publishes the advisories, as feeds and CSAF documents name them. */
    publisher: z.string().trim().min(1, 'is empty').default('Concord'),
    /** PART: builds only the pages of one language, or what is in none (`rest`). */
    part: z
      .string()
      .transform((written): Locale | 'rest' | undefined =>
        written === 'rest' ? written : localeOfTag(written),
      )
      .refine(
        (part) => part !== undefined,
        `is none of ${[...locales.map((locale) => localeFacts[locale].path), 'rest'].join(', ')}`,
      )
      .optional(),
    /** OPENPGP_FINGERPRINT: the key that CSAF documents are signed with after a build; in capitals. */
    openPgpFingerprint: z
      .string()
      .transform((written) => written.replace(/ /g, '').toUpperCase())
      .refine(
        (fingerprint) => /^[0-9A-F]{40,64}$/.test(fingerprint),
        'is no fingerprint of 40 to 64 hexadecimal digits',
      )
      .optional(),
    /** ALLOW_EMPTY: whether a site without any advisory is built. */
    allowEmpty: z
      .enum(['0', '1'], 'is neither 0 nor 1')
      .default('0')
      .transform((written) => written === '1'),
    /** SECURITY_TXT_EXPIRES: the day after which `security.txt` no longer counts. */
    securityTxtExpires: CalendarDate.optional(),
  })
  // Whoever tries the site out copies its links from there.
  .transform(({ origin, ...settings }) => ({
    ...settings,
    origin: origin ?? `http://localhost:${settings.port}`,
  }));

export type Settings = z.infer<typeof Settings>;

const variables: Readonly<Record<keyof Settings, string>> = {
  advisories: 'ADVISORIES',
  allowEmpty: 'ALLOW_EMPTY',
  outDir: 'OUT_DIR',
  origin: 'SITE_URL',
  base: 'BASE_PATH',
  port: 'PORT',
  contact: 'CONTACT',
  openPgpFingerprint: 'OPENPGP_FINGERPRINT',
  part: 'PART',
  publisher: 'PUBLISHER',
  securityTxtExpires: 'SECURITY_TXT_EXPIRES',
};

/**
 * The settings in `environment`; an empty variable counts as none.
 *
 * @throws Error that names every wrong variable, its value and the way out. This is an edge: nothing
 *   can be built without settings.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(variables).map(([setting, variable]) => [setting, environment[variable] || undefined]),
  );
  const result = Settings.safeParse(given);
  const lines = result.success
    ? folderFaults(result.data, given.outDir !== undefined)
    : result.error.issues.map(({ path, message }) => fault(path[0] as keyof Settings, message));
  if (result.success && lines.length === 0) return result.data;
  const text = lines
    .map(({ setting, message }) => {
      const [variable, value] = [variables[setting], environment[variables[setting]]];
      return oneLine(`${value ? `${variable}=${value}` : `${variable} (not set)`}: ${message}`);
    })
    .join('\n');
  // Where in our code it was noticed is of no use to whoever set it.
  throw Object.assign(new Error(text), { stack: text });
}

interface Fault {
  readonly setting: keyof Settings;
  readonly message: string;
}

const fault = (setting: keyof Settings, message: string): Fault => ({ setting, message });

/** A build replaces OUT_DIR and reads ADVISORIES; the one that was set is the one to set otherwise. */
function folderFaults({ advisories, outDir }: Settings, isOutDirSet: boolean): Fault[] {
  const [content, site] = [realPath(advisories), realPath(outDir)];
  if (!holds(content, site) && !holds(site, content)) return [];
  return isOutDirSet
    ? [fault('outDir', 'holds or is a part of ADVISORIES, and a build replaces it; name another folder')]
    : [
        fault(
          'advisories',
          `holds or is a part of ${outDir}, which a build replaces; name another folder, or set OUT_DIR`,
        ),
      ];
}

let current: Settings | undefined;

/** The settings of this process, read once. */
export function settings(): Settings {
  current ??= readSettings(process.env);
  return current;
}

/** A file inside the project, by its path from the project’s folder. */
export const projectFile = (path: string): string => resolve(projectFolder, path);

/** The address of a file inside the project, for `import` and `new Worker`. */
export const projectFileUrl = (path: string): string => pathToFileURL(projectFile(path)).href;

/** Bundling moves this module, so its own address is only good where it still is under `src`. */
function findProjectFolder(): string {
  const own = fileURLToPath(new URL('../../', import.meta.url));
  return existsSync(resolve(own, 'src/site/settings.ts')) ? resolve(own) : process.cwd();
}
