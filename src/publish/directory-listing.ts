import { escapedHtml } from '../model/escaping.ts';
import { barePage } from './bare-page.ts';

/**
 * A folder as a page of links, for hosts that list none by themselves (CSAF 2.0, 7.1.14). It has names of
 * files and no language (`zxx`, ISO 639-2).
 *
 * @param path of the folder, with a slash at both ends
 * @param names what is in it; a folder has a slash at its end
 */
export const directoryListing = (path: string, names: readonly string[]): string =>
  barePage({
    language: 'zxx',
    title: path,
    head: ['<meta name="robots" content="noindex">'],
    main: [
      `<h1>${escapedHtml(path)}</h1>`,
      '<ul>',
      ...names.map((name) => `<li><a href="${escapedHtml(`${path}${name}`)}">${escapedHtml(name)}</a></li>`),
      '</ul>',
    ],
  });
