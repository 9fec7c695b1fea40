// Where in a picture the ink is.

/** Part of a picture: columns from `left` up to, not including, `right`, and rows likewise. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Pixels with less ink, of 1, do not stretch the box: they are the fringe that scaling leaves. */
const FRINGE = 0.05;

/** The smallest box that holds the ink; undefined if there is none. */
export function inkBox(ink: Float32Array, width: number, height: number): Box | undefined {
  let left = width;
  let right = 0;
  let top = height;
  let bottom = 0;
  for (let row = 0, index = 0; row < height; row++) {
    for (let column = 0; column < width; column++, index++) {
      if (ink[index] < FRINGE) continue;
      left = Math.min(left, column);
      right = Math.max(right, column + 1);
      top = Math.min(top, row);
      bottom = row + 1;
    }
  }
  return right === 0 ? undefined : { left, right, top, bottom };
}
