import { settings } from './settings.ts';
import { addresses } from './urls.ts';

const { base, origin } = settings();

/** The addresses of this site. */
export const urls = addresses(base);

/** A path of this site as a whole address, for whoever reads it elsewhere. */
export const absolute = (path: string): string => `${origin}${path}`;

/** The name of the site; the same in every language. */
export const siteName = 'Concord';
