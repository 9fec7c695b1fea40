// Takes lines out that run across a picture: those of ruled paper, and the sides of a frame.

/** Lines are no thicker than this share of the picture's shorter side, and a pixel more. */
const THICK = 0.02;
/** The share of a side that a line covers at the least, and how far from either end it begins. */
const COVERED = 0.5;
const END = 0.12;
/** The steepest lines, to either side: 4 degrees. */
const STEEPEST = 0.07;

/** Clears the pixels of lines across and down in a mask: [height x width]. */
export function eraseLines(mask: Uint8Array, width: number, height: number): void {
  eraseAlong(mask, width, height, 1, width);
  eraseAlong(mask, height, width, width, 1);
}

/**
 * Lines along one direction, `length` places `step` apart, among `count` rows of them `stride` apart. Of each column come the runs that are
 * as thin as a line, and each votes for the lines through it (Hough, 1962): where a digit crosses, a run is longer, and stays.
 */
function eraseAlong(mask: Uint8Array, length: number, count: number, step: number, stride: number): void {
  const thick = Math.floor(THICK * Math.min(length, count)) + 1;
  if (count < 20 * thick) return;
  /** Of each run: its column, its first row, and the row after it. */
  const runs: (readonly [number, number, number])[] = [];
  for (let column = 0; column < length; column++) {
    let first = -1;
    for (let row = 0; row <= count; row++) {
      const isInk = row < count && mask[column * step + row * stride] !== 0;
      if (isInk && first < 0) first = row;
      if (isInk || first < 0) continue;
      if (row - first <= thick) runs.push([column, first, row]);
      first = -1;
    }
  }
  const erased = new Set<readonly [number, number, number]>();
  const most = Math.ceil((STEEPEST * length) / thick);
  const room = Math.ceil(STEEPEST * length) + 2;
  for (let tilt = -most; tilt <= most; tilt++) {
    const slope = (tilt * thick) / length;
    const rowOf = ([column, first, last]: readonly [number, number, number]) =>
      Math.floor((first + last) / 2 - slope * (column - length / 2)) + room;
    const votes = new Uint32Array(count + 2 * room);
    const starts = new Uint32Array(votes.length);
    const ends = new Uint32Array(votes.length);
    for (const run of runs) {
      const row = rowOf(run);
      votes[row]++;
      if (run[0] < END * length) starts[row]++;
      if (run[0] > (1 - END) * length) ends[row]++;
    }
    const near = (counts: Uint32Array, row: number) => counts[row - 1] + counts[row] + counts[row + 1];
    const isLine = (row: number) => near(votes, row) >= COVERED * length && near(starts, row) > 0 && near(ends, row) > 0;
    for (const run of runs) if (isLine(rowOf(run))) erased.add(run);
  }
  for (const [column, first, last] of erased) {
    for (let row = first; row < last; row++) mask[column * step + row * stride] = 0;
  }
}
