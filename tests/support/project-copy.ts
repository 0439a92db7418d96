import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { newFolder } from './built-site.ts';

/** What a build reads, in another folder, with nothing that an earlier build has kept. */
export function copyOfProject(): string {
  const folder = join(newFolder(), 'a folder with another name');
  for (const path of [
    'src',
    'content',
    'public',
    'tests/content',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(path, join(folder, path), { recursive: true });
  }
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync('node_modules').filter((one) => !/^\.(?:astro|cache|vite)/.test(one)))
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
  return folder;
}
