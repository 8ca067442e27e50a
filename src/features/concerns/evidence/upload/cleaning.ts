import type { Sharp } from 'sharp';
import type { FileType } from '../caseFile';
import { textIn } from './contentType';

/** More than the largest camera of a usual phone; what says that it is larger is made to fill the memory. */
const MOST_PIXELS = 64_000_000;
/** The longer side of a cleaned picture: all that a handler can see on a screen; the original is kept whole. */
const LONGEST_SIDE = 4_096;
/** They turn text round, so that it reads as something that it is not. */
const TURNING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

type Picture = Exclude<FileType, 'text/plain'>;
const WRITE: Readonly<Record<Picture, (picture: Sharp) => Sharp>> = {
  'image/jpeg': (picture) => picture.jpeg({ quality: 88 }),
  'image/png': (picture) => picture.png(),
  'image/webp': (picture) => picture.webp({ quality: 88 }),
};

/**
 * The copy that handlers look at: a picture is drawn anew, so that nothing but what can be seen is left (no place, no
 * camera, no preview, nothing hidden behind its end); a text keeps its letters.
 * @returns undefined when it cannot be read
 */
export async function cleanedCopy(bytes: Buffer, type: FileType): Promise<Buffer | undefined> {
  if (type === 'text/plain') {
    const text = textIn(bytes, true);
    return text === undefined ? undefined : Buffer.from(text.replace(TURNING, ''));
  }
  const { default: sharp } = await import('sharp');
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true });
    return await WRITE[type](picture).toBuffer();
  } catch {
    // The library throws for what it cannot read, which is an answer about the file and no fault.
    return undefined;
  }
}
