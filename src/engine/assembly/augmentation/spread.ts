// From the data set to an image with a margin of zeros, in which every pixel has neighbours.
import { DENSE_BYTES, DENSE_FLOATS, SPARSE_FLOATS } from '../gather';
import { Augmenting } from './records';

/** The columns and rows of the image between which pixels are not 0. */
export let left: i32 = 0;
export let right: i32 = 0;
export let top: i32 = 0;
export let bottom: i32 = 0;

/** Writes an example's input into an image that is 0, and finds where it is not 0. */
export function spread(plan: Augmenting, image: usize, example: usize): void {
  if (plan.inputKind >= SPARSE_FLOATS) spreadList(plan, image, example);
  else spreadRows(plan, image, example);
}

function spreadList(plan: Augmenting, image: usize, example: usize): void {
  const entry = plan.starts + (example << 2);
  const start = <usize>load<u32>(entry);
  const end = <usize>load<u32>(entry, 4);
  left = plan.width;
  right = -1;
  top = plan.height;
  bottom = -1;
  if (start == end) return;
  top = load<u16>(plan.columns + (start << 1)) / plan.width;
  bottom = load<u16>(plan.columns + ((end - 1) << 1)) / plan.width;
  if (plan.inputKind == SPARSE_FLOATS) spreadEntries(plan, image, start, end, false);
  else spreadEntries(plan, image, start, end, true);
}

// @ts-ignore: decorator
@inline
function spreadEntries(plan: Augmenting, image: usize, start: usize, end: usize, bytes: bool): void {
  const places = plan.places;
  const columns = plan.columns;
  const inputs = plan.inputs;
  const levels = plan.levels;
  let first: i32 = plan.width;
  let last: i32 = -1;
  for (let entry = start; entry < end; entry++) {
    const place = places + ((<usize>load<u16>(columns + (entry << 1))) << 3);
    const column = <i32>load<u32>(place, 4);
    first = min(first, column);
    last = max(last, column);
    const value = bytes ? load<f32>(levels + ((<usize>load<u8>(inputs + entry)) << 2)) : load<f32>(inputs + (entry << 2));
    store<f32>(image + load<u32>(place), value);
  }
  left = first;
  right = last;
}

/** All of it counts as not 0. */
function spreadRows(plan: Augmenting, image: usize, example: usize): void {
  const width = <usize>plan.width;
  left = 0;
  right = plan.width - 1;
  top = 0;
  bottom = plan.height - 1;
  let number = example * width * plan.height;
  for (let row: usize = 0; row < plan.height; row++) {
    const to = image + (row + 1) * plan.marginRow + 4;
    if (plan.inputKind == DENSE_FLOATS) memory.copy(to, plan.inputs + (number << 2), width << 2);
    if (plan.inputKind == DENSE_BYTES) {
      for (let column: usize = 0; column < width; column++) {
        store<f32>(to + (column << 2), load<f32>(plan.levels + ((<usize>load<u8>(plan.inputs + number + column)) << 2)));
      }
    }
    number += width;
  }
}

/** Makes an image 0 again. */
export function clear(plan: Augmenting, image: usize): void {
  if (top > bottom) return;
  memory.fill(image + <usize>(top + 1) * plan.marginRow, 0, <usize>(bottom - top + 1) * plan.marginRow);
}
