import { escapedXml } from './xml.ts';

/** A page at an old address, for hosts that cannot redirect. */
export interface ForwardingPage {
  /** BCP 47 tag of the title. */
  readonly language: string;
  readonly title: string;
  /** Path, and the same as a whole address. */
  readonly href: string;
  readonly canonical: string;
}

/** Sends a browser on at once (HTML, 4.2.5.3, `refresh`), and has a link for whatever does not go. */
export const forwardingPage = ({ language, title, href, canonical }: ForwardingPage): string =>
  [
    '<!DOCTYPE html>',
    `<html lang="${escapedXml(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="content-security-policy" content="default-src 'none'">`,
    `<meta http-equiv="refresh" content="0; url=${escapedXml(href)}">`,
    `<title>${escapedXml(title)}</title>`,
    `<link rel="canonical" href="${escapedXml(canonical)}">`,
    '</head>',
    '<body>',
    '<main>',
    `<h1><a href="${escapedXml(href)}">${escapedXml(title)}</a></h1>`,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
