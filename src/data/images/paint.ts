// From the numbers of a picture to brightness: transparency is laid on a background, and colours may become grey.
import { luma } from './luma.js';
import type { CheckedPicture } from './picture.js';
import { pixelReader } from './pixelReader.js';

/**
 * The pixels as numbers from 0 to 1: [height, width, channels], row by row. `what` begins the errors.
 *
 * @param channels - 1 for grey, 3 for red, green, blue.
 * @param background - [channels], the colour behind transparent pixels: a pixel of opacity a is a x colour + (1 - a) x background.
 */
export function paint(what: string, picture: CheckedPicture, channels: number, background: readonly number[]): Float32Array {
  const { width, height, channels: depth } = picture;
  const read = pixelReader(what, picture);
  const painted = new Float32Array(width * height * channels);
  const colours = depth > 2 ? 3 : 1;
  for (let pixel = 0; pixel < width * height; pixel++) {
    const at = pixel * depth;
    const opacity = depth % 2 === 0 ? read(at + depth - 1) : 1;
    for (let channel = 0; channel < channels; channel++) {
      const isGreyed = channels < colours;
      const colour = isGreyed ? luma(read(at), read(at + 1), read(at + 2)) : read(at + (colours === 1 ? 0 : channel));
      painted[pixel * channels + channel] = opacity * colour + (1 - opacity) * background[channel];
    }
  }
  return painted;
}
