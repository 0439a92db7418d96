import { escapedHtml } from '../model/escaping.ts';
import { barePage } from './bare-page.ts';

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
  barePage({
    language,
    title,
    head: [
      `<meta http-equiv="refresh" content="0; url=${escapedHtml(href)}">`,
      `<link rel="canonical" href="${escapedHtml(canonical)}">`,
    ],
    main: [`<h1><a href="${escapedHtml(href)}">${escapedHtml(title)}</a></h1>`],
  });
