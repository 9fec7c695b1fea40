// How bright the paper is at each pixel of a picture, where light and shadow lie on it.

/** Strokes are thinner than this share of the picture's shorter side; shadows are wider. */
const WIDEST = 1 / 3;

/**
 * The brightness of paper under dark ink: the greater of a closing along the row and one along the column. A closing fills what is dark
 * and shorter than its window, and leaves all else as it is: slopes, and edges of shadows, however sharp. Beyond its edge a picture goes on as it ends.
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

/**
 * Replaces each number by the greatest of those up to `radius` places away. Each block as long as a window has the greatest of its
 * beginnings and of its ends, and a window is an end and a beginning (van Herk, 1992; Gil and Werman, 1993): 3 comparisons, whatever the radius.
 */
export function greatest(line: Float32Array, ends: Float32Array, length: number, radius: number): void {
  const size = 2 * radius + 1;
  for (let first = 0; first < length; first += size) {
    const end = Math.min(length, first + size);
    ends[end - 1] = line[end - 1];
    for (let place = end - 2; place >= first; place--) ends[place] = greater(line[place], ends[place + 1]);
    for (let place = first + 1; place < end; place++) line[place] = greater(line[place], line[place - 1]);
  }
  // From now on line holds the beginnings; a window from `place` on ends `size - 1` later.
  const last = length - size;
  for (let place = 0; place <= last; place++) ends[place] = greater(ends[place], line[place + size - 1]);
  line.fill(ends[0], 0, radius);
  line.set(ends.subarray(0, last + 1), radius);
  line.fill(ends[last], last + radius + 1, length);
}

/** Of finite numbers; in these loops Math.max, which knows NaN, takes twice as long. */
function greater(one: number, other: number): number {
  return one > other ? one : other;
}
