// Puts a small picture into a field of 28 x 28, as MNIST does.
import type { Ink } from './ink.js';

/** Pixels in a row of the field, and rows. */
export const FIELD = 28;

/**
 * The field with the picture in it, moved by whole pixels so that the ink's centre of mass lies in the field's middle. No part of the
 * picture leaves the field.
 *
 * @returns [784]
 */
export function centre({ ink, width, height }: Ink): Float32Array {
  let total = 0;
  let across = 0;
  let down = 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const amount = ink[row * width + column];
      total += amount;
      across += amount * (column + 0.5);
      down += amount * (row + 0.5);
    }
  }
  const left = shift(across / total, width);
  const top = shift(down / total, height);
  const field = new Float32Array(FIELD * FIELD);
  for (let row = 0; row < height; row++) {
    field.set(ink.subarray(row * width, (row + 1) * width), (top + row) * FIELD + left);
  }
  return field;
}

/** How far to move, so that the centre of mass lies from 14 to 15 pixels from the edge: so it does in MNIST's files. */
function shift(middle: number, size: number): number {
  return Math.min(FIELD - size, Math.max(0, Math.ceil(FIELD / 2 - middle)));
}
