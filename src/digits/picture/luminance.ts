// How bright each pixel of a picture is, and how much of it is there.
import { luma } from '../../data/images/luma.js';
import type { CheckedPicture } from '../../data/images/picture.js';
import { pixelReader } from '../../data/images/pixelReader.js';

/** A picture in greys. */
export interface Greys {
  /** [height x width], from 0 (black) to 1 (white). */
  readonly brightness: Float32Array;
  /** [height x width], from 0 (transparent) to 1 (opaque); undefined where the picture has no alpha. */
  readonly alpha: Float32Array | undefined;
}

/** The brightness of each pixel, which is its luma, and its alpha. `what` begins the error if a number is none. */
export function luminance(what: string, picture: CheckedPicture): Greys {
  const { width, height, channels } = picture;
  const count = width * height;
  const brightness = new Float32Array(count);
  const alpha = channels % 2 === 0 ? new Float32Array(count) : undefined;
  const read = pixelReader(what, picture);
  for (let index = 0, place = 0; index < count; index++, place += channels) {
    brightness[index] = channels < 3 ? read(place) : luma(read(place), read(place + 1), read(place + 2));
    if (alpha !== undefined) alpha[index] = read(place + channels - 1);
  }
  return { brightness, alpha };
}
