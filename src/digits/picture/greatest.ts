// The greatest numbers of windows.

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
export function greater(one: number, other: number): number {
  return one > other ? one : other;
}

/** The greatest number round each place of a grid: in a square of 2 radius + 1 places a side. */
export function greatestRound(grid: Float32Array, width: number, height: number, radius: number): Float32Array {
  const found = grid.slice();
  const along = (start: number, step: number, length: number) => {
    const line = new Float32Array(length + 2 * radius);
    for (let place = 0; place < line.length; place++) {
      line[place] = found[start + step * Math.min(length - 1, Math.max(0, place - radius))];
    }
    greatest(line, new Float32Array(line.length), line.length, radius);
    for (let place = 0; place < length; place++) found[start + step * place] = line[place + radius];
  };
  for (let row = 0; row < height; row++) along(row * width, 1, width);
  for (let column = 0; column < width; column++) along(column, width, height);
  return found;
}
