// How bright the paper is at each pixel of a picture, where light and shadow lie on it.
import { greater, greatest } from './greatest.js';

/** Strokes are thinner than this share of the picture's shorter side; shadows are wider. */
const WIDEST = 1 / 3;

/**
 * The brightness of paper under dark ink: the greater of a closing along the row and one along the column. A closing fills what is dark
 * and shorter than its window, and leaves all else as it is: light that changes slowly, and edges of shadows, however sharp. Beyond its
 * edge a picture goes on as it ends.
 *
 * Source: Serra, "Image Analysis and Mathematical Morphology" (1982).
 *
 * @param brightness - [height x width]
 * @returns [height x width]
 */
export function background(brightness: Float32Array, width: number, height: number): Float32Array {
  const radius = Math.max(1, Math.floor((WIDEST * Math.min(width, height)) / 2));
  const paper = new Float32Array(brightness.length);
  const longest = Math.max(width, height) + 4 * radius;
  const [line, work] = [new Float32Array(longest), new Float32Array(longest)];
  const close = (start: number, step: number, length: number) => {
    const padded = length + 4 * radius;
    line.fill(brightness[start], 0, 2 * radius);
    line.fill(brightness[start + step * (length - 1)], 2 * radius + length, padded);
    for (let place = 0, at = start; place < length; place++, at += step) line[place + 2 * radius] = brightness[at];
    // The least of a window is the greatest of what is turned upside down.
    greatest(line, work, padded, radius);
    for (let place = 0; place < padded; place++) line[place] = -line[place];
    greatest(line, work, padded, radius);
    for (let place = 0, at = start; place < length; place++, at += step) {
      paper[at] = greater(paper[at], -line[place + 2 * radius]);
    }
  };
  for (let row = 0; row < height; row++) close(row * width, 1, width);
  for (let column = 0; column < width; column++) close(column, width, height);
  return paper;
}
