// The parts of a picture that hang together.
import type { Box } from '../../data/images/resample.js';

/** Connected components of a mask. */
export interface Components {
  /** [height x width], 0 where nothing is, or the number of the component, from 1. */
  readonly labels: Int32Array;
  /** The box of each; the first, of what is nothing, is of no use. */
  readonly boxes: readonly Box[];
}

/** Pixels that touch, also at a corner, belong together. */
export function components(mask: Uint8Array, width: number, height: number): Components {
  const labels = new Int32Array(mask.length);
  const stack = new Int32Array(mask.length);
  const boxes: Box[] = [{ left: 0, right: 0, top: 0, bottom: 0 }];
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] === 0 || labels[start] !== 0) continue;
    const label = boxes.length;
    const box = { left: width, right: 0, top: height, bottom: 0 };
    let held = 1;
    stack[0] = start;
    labels[start] = label;
    while (held > 0) {
      const place = stack[--held];
      const [row, column] = [Math.floor(place / width), place % width];
      box.left = Math.min(box.left, column);
      box.right = Math.max(box.right, column + 1);
      box.top = Math.min(box.top, row);
      box.bottom = Math.max(box.bottom, row + 1);
      for (let y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++) {
        for (let x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x++) {
          const next = y * width + x;
          if (mask[next] === 0 || labels[next] !== 0) continue;
          labels[next] = label;
          stack[held++] = next;
        }
      }
    }
    boxes.push(box);
  }
  return { labels, boxes };
}
