// From bytes to brightness: transparency is laid on a background, and colours may become grey.
import type { ReadImage } from './readImage.js';

/** How bright the colours of one brightness look: luma, by ITU-R Recommendation BT.601, 2.5.1. They add up to 1. */
const LUMA = [0.299, 0.587, 0.114] as const;

/**
 * The pixels as numbers from 0 to 1: [height, width, channels], row by row.
 *
 * @param channels - 1 for grey, 3 for red, green, blue.
 * @param background - [channels], what shows through: a pixel of opacity a is a x colour + (1 - a) x background.
 */
export function paint(image: ReadImage, channels: number, background: readonly number[]): Float32Array {
  const { data, width, height, depth } = image;
  const painted = new Float32Array(width * height * channels);
  const colours = depth > 2 ? 3 : 1;
  for (let pixel = 0; pixel < width * height; pixel++) {
    const at = pixel * depth;
    const opacity = depth % 2 === 0 ? data[at + depth - 1] / 255 : 1;
    for (let channel = 0; channel < channels; channel++) {
      const colour = channels < colours ? grey(data, at) : data[at + (colours === 1 ? 0 : channel)];
      painted[pixel * channels + channel] = (opacity * colour) / 255 + (1 - opacity) * background[channel];
    }
  }
  return painted;
}

function grey(data: Uint8Array, at: number): number {
  const [red, green, blue] = [data[at], data[at + 1], data[at + 2]];
  // The same bits as a picture that was grey from the start.
  if (red === green && green === blue) return red;
  return LUMA[0] * red + LUMA[1] * green + LUMA[2] * blue;
}
