// Changes the images of some places of the order, and leaves them where the core reads its inputs.
import { prefetch, SPARSE_FLOATS } from '../gather';
import { shareOf } from '../threads';
import { draw } from './draw';
import { Augmenting } from './records';
import { resampleList, resampleRows } from './resample';
import { clear, spread } from './spread';

/** Images that are prefetched together. */
const PREFETCHED: u32 = 16;

/** Changes a thread's share of the images. */
export function augment(plan: Augmenting, thread: u32): void {
  const count = plan.to - plan.from;
  const scratch = plan.scratch + <usize>thread * plan.scratchBytes;
  const end = plan.from + shareOf(count, thread + 1, plan.threads);
  for (let from = plan.from + shareOf(count, thread, plan.threads); from < end; from += PREFETCHED) {
    const to = min(from + PREFETCHED, end);
    if (plan.starts) prefetchLists(plan, from, to);
    for (let position = from; position < to; position++) change(plan, scratch, position);
  }
}

/** Changes the image of the example at a place of the order. */
function change(plan: Augmenting, scratch: usize, position: u32): void {
  const example = exampleAt(plan, position);
  const slot = <usize>(position % plan.slots);
  draw(plan, plan.firstExample + <u32>example);
  spread(plan, scratch, example);
  if (plan.outStarts) {
    const start = slot * plan.slotNumbers;
    const starts = plan.outStarts + (slot << 3);
    const listed = resampleList(plan, scratch, plan.outColumns + (start << 1), plan.outInputs + (start << 2));
    store<u32>(starts, <u32>start);
    store<u32>(starts, <u32>start + listed, 4);
    store<u32>(plan.inputOrder + ((<usize>position) << 2), (<u32>slot) << 1);
  } else {
    const image = scratch + plan.scratchImage;
    const bytes = (<usize>plan.width * plan.height) << 2;
    resampleRows(plan, scratch, image);
    memory.copy(plan.outInputs + slot * bytes, image, bytes);
    store<u32>(plan.inputOrder + ((<usize>position) << 2), <u32>slot);
  }
  clear(plan, scratch);
}

// @ts-ignore: decorator
@inline
function exampleAt(plan: Augmenting, position: u32): usize {
  return <usize>load<u32>(plan.order + ((<usize>position) << 2));
}

/** Reads a byte of every cache line of some lists, so that they are on their way together: as prefetchLists in ../gather.ts. */
function prefetchLists(plan: Augmenting, from: u32, to: u32): void {
  const bytes: usize = plan.inputKind == SPARSE_FLOATS ? 4 : 1;
  for (let position = from; position < to; position++) {
    const starts = plan.starts + (exampleAt(plan, position) << 2);
    const start = <usize>load<u32>(starts);
    const length = <usize>load<u32>(starts, 4) - start;
    prefetch(plan.columns + (start << 1), length << 1);
    prefetch(plan.inputs + start * bytes, length * bytes);
  }
}
