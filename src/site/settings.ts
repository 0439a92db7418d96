import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';

/** The project’s folder. The site is always built from it, also when a tool is started elsewhere. */
const projectFolder = findProjectFolder();

/** Every setting, the environment variable that sets it, and what it is when nobody does. */
const Settings = z.object({
  /** ADVISORIES: the folder of Markdown files, absolute. */
  advisories: z
    .string()
    .default('content/advisories')
    .transform((path) => resolve(projectFolder, path))
    .refine((path) => existsSync(path), 'is no folder; name one that exists'),
  /** OUT_DIR: the folder that the site is written to, absolute. */
  outDir: z
    .string()
    .default('dist')
    .transform((path) => resolve(projectFolder, path))
    .refine((path) => path !== projectFolder, 'is the project itself; name another folder'),
  /** SITE_URL: scheme and host that the site is published under, without a slash at the end. */
  origin: z
    .url({ protocol: /^https?$/, error: 'is no http or https address', abort: true })
    .default('http://localhost:4321')
    .refine((url) => new URL(url).pathname === '/', 'has a path; put that into BASE_PATH')
    .transform((url) => new URL(url).origin),
  /** BASE_PATH: the path that the site lives under, with a slash at both ends. */
  base: z
    .string()
    .regex(/^[\w./-]*$/, 'may hold only letters, digits, `.`, `-`, `_` and `/`')
    .default('/')
    .transform((path) => `/${path}/`.replace(/\/+/g, '/')),
  /** PORT: where `npm start`, `npm run dev` and `npm run preview` listen. */
  port: z.coerce.number('is no number').int().min(1).max(65535).default(4321),
});

export type Settings = z.infer<typeof Settings>;

const variables: Readonly<Record<keyof Settings, string>> = {
  advisories: 'ADVISORIES',
  outDir: 'OUT_DIR',
  origin: 'SITE_URL',
  base: 'BASE_PATH',
  port: 'PORT',
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
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => {
    const variable = variables[path[0] as keyof Settings];
    return `${variable}=${environment[variable]}: ${message}`;
  });
  throw new Error(lines.join('\n'));
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
