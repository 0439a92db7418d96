import { AstroError } from 'astro/errors';

/** Where Astro's overlay shows the lines around a fault. */
interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What ends a build, or fills the overlay of `astro dev`, when files cannot be shown. */
export function unpublishable(message: string, wayOut: string, loc?: Place): AstroError {
  const error = new AstroError(message, wayOut);
  // Where in our code it was noticed is of no use to an author.
  return Object.assign(error, { name: 'This content cannot be published', loc, stack: '' });
}
