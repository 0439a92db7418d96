import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import typescript from 'typescript';

/**
 * The files of `src` and of `tests/support` that no longer fit when one of them is changed: what the type checker would tell whoever
 * changes it. Astro’s own files are left out.
 *
 * @param changed path from the project’s folder
 */
export function filesThatNoLongerFit(changed: string, change: (text: string) => string): string[] {
  const read = typescript.readConfigFile('tsconfig.json', typescript.sys.readFile);
  const { options } = typescript.parseJsonConfigFileContent(read.config, typescript.sys, '.');
  const files = ['src', 'tests/support'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.startsWith('pages'))
      .map((path) => join(folder, path)),
  );
  const faultsWith = (rewrite: (text: string) => string): Set<string> => {
    const host = typescript.createCompilerHost({ ...options, noEmit: true });
    const { readFile } = host;
    host.readFile = (path) => {
      const text = readFile.call(host, path);
      return text !== undefined && resolve(path) === resolve(changed) ? rewrite(text) : text;
    };
    const program = typescript.createProgram(
      [...files, '.astro/types.d.ts'],
      { ...options, noEmit: true },
      host,
    );
    return new Set(
      typescript
        .getPreEmitDiagnostics(program)
        .flatMap(({ file }) => (file === undefined ? [] : relative('.', file.fileName))),
    );
  };
  const before = faultsWith((text) => text);
  return [...faultsWith(change)].filter((file) => !before.has(file)).sort();
}
