import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { editionLoader, refusalLoader } from './collections/loaders.ts';
import { Edition } from './model/edition.ts';

export const collections = {
  /** One entry for each published edition. */
  editions: defineCollection({ loader: editionLoader(), schema: Edition }),
  /** Files that could not be published. Only `astro dev` has any: a build stops instead. */
  refusals: defineCollection({
    loader: refusalLoader(),
    schema: z.strictObject({
      file: z.string(),
      id: z.string().optional(),
      locale: z.string().optional(),
      line: z.int().optional(),
      problems: z.array(z.string()),
    }),
  }),
};
