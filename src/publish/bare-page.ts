import { escapedHtml } from '../model/escaping.ts';

/** A page without the frame of the site: for hosts more than for people. */
export interface BarePage {
  /** BCP 47 tag. */
  readonly language: string;
  readonly title: string;
  /** Lines of HTML: what else the head has, and what the page shows. */
  readonly head: readonly string[];
  readonly main: readonly string[];
}

/** It loads nothing, and may load nothing. */
export const barePage = ({ language, title, head, main }: BarePage): string =>
  [
    '<!DOCTYPE html>',
    `<html lang="${escapedHtml(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="content-security-policy" content="default-src 'none'">`,
    ...head,
    `<title>${escapedHtml(title)}</title>`,
    '</head>',
    '<body>',
    '<main>',
    ...main,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
