import { z } from 'zod';

/** The types of images that are published, by the ending of their files. No SVG: it can hold scripts. */
export const imageTypes = ['png', 'jpg', 'gif', 'webp', 'avif'] as const;
export const ImageType = z.enum(imageTypes);
export type ImageType = z.infer<typeof ImageType>;

/** An image of an edition’s text, as it is published. */
export const EditionImage = z.strictObject({
  /** By which the text names it: its path from the file, `net.png`. */
  path: z.string(),
  /** Path of the file as the publisher knows it. */
  file: z.string(),
  /** SHA-256 of the file’s bytes, in hexadecimal digits. */
  digest: z.string(),
  type: ImageType,
  /** In CSS pixels, as a browser shows it. */
  width: z.int().positive(),
  height: z.int().positive(),
});
export type EditionImage = z.infer<typeof EditionImage>;

/**
 * The name under which an image is published. It never means anything else: other bytes have another name.
 *
 *   advisories/adv-2026-0001/Net plan.PNG  →  net-plan.3f2a91c07be45d18.png
 *   advisories/adv-2026-0001/网络.webp      →  image.90ab12cd34ef5678.webp
 */
export function imageName({ file, digest, type }: Pick<EditionImage, 'file' | 'digest' | 'type'>): string {
  const name = file
    .slice(file.lastIndexOf('/') + 1)
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${name.slice(0, 60) || 'image'}.${digest.slice(0, 16)}.${type}`;
}
