import { imageSize } from 'image-size';
import { type EditionImage, ImageType } from '../model/image.ts';
import type { Problem } from '../model/problem.ts';
import { digestOf } from '../site/digest.ts';
import { contentBytes } from './content-bytes.ts';
import type { ContentFile } from './content-files.ts';

/** So many bytes an image may have; a page with a larger one is of no use on the road. */
export const maxImageBytes = 5 * 1024 * 1024;

/** A picture that is wider or higher is made to exhaust who opens it. */
const maxSide = 16_384;

/** What is seen of an image without its place in a text. */
export type ImageLook = Omit<EditionImage, 'path'>;

/** Why an image is not published, and the way out. */
export interface ImageFault {
  readonly what: string;
  readonly wayOut: string;
}

/**
 * What an image is by its bytes, whatever its name says. A name that ends in `@2x` or `@3x` is that of an image for
 * fine screens, shown at a half or a third of its size.
 *
 *   net.png      800 by 400 pixels  →  800 by 400
 *   net@2x.png   800 by 400 pixels  →  400 by 200
 */
export function lookAtImage({ file, shown }: ContentFile): ImageLook | ImageFault {
  const bytes = contentBytes(file, shown, maxImageBytes);
  if ('outcome' in bytes) return faultOf(bytes);
  const { type, width, height } = measured(bytes);
  if (type === undefined || !(width > 0 && height > 0))
    return {
      what: 'is not a PNG, JPEG, GIF, WebP or AVIF image, whatever its name says, or is damaged',
      wayOut: 'save it as one of these',
    };
  if (Math.max(width, height) > maxSide)
    return {
      what: `is ${width} by ${height} pixels`,
      wayOut: `the limit is ${maxSide} on each side; make it smaller`,
    };
  const density = Number(/@([23])x\.[^.]*$/.exec(shown)?.[1] ?? 1);
  return {
    file: shown,
    digest: digestOf(bytes),
    type,
    width: Math.ceil(width / density),
    height: Math.ceil(height / density),
  };
}

const faultOf = ({ rule, what, remedy }: Problem): ImageFault =>
  rule === 'too-large'
    ? { what, wayOut: `the limit is ${maxImageBytes}; make it smaller` }
    : { what, wayOut: remedy };

function measured(bytes: Buffer): { type: ImageType | undefined; width: number; height: number } {
  try {
    const { type, width, height, orientation = 1 } = imageSize(bytes);
    // From 5 on, the camera was held on its side, and a browser turns the picture (Exif 2.32, Orientation).
    const [across, down] = orientation >= 5 ? [height, width] : [width, height];
    return { type: ImageType.safeParse(type).data, width: across, height: down };
  } catch {
    return { type: undefined, width: 0, height: 0 };
  }
}
