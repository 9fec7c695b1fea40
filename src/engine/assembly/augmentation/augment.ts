// Changes the images of some places of the order, and leaves them where the core reads its inputs.
import { shareOf } from '../threads';
import { Augmenting } from './Augmenting';
import { draw } from './draw';
import { resample } from './resample';
import { clear, spread } from './spread';

/** Changes a thread's share of the images. */
export function augment(plan: Augmenting, thread: u32): void {
  const count = plan.to - plan.from;
  const scratch = plan.scratch + <usize>thread * plan.scratchBytes;
  const end = plan.from + shareOf(count, thread + 1, plan.threads);
  for (let position = plan.from + shareOf(count, thread, plan.threads); position < end; position++) {
    const example = load<u32>(plan.order + (<usize>position << 2));
    const slot = <usize>(position % plan.slots);
    draw(plan, example);
    spread(plan, scratch, example);
    if (plan.outStarts) writeList(plan, scratch, position, slot);
    else writeRow(plan, scratch, position, slot);
    clear(plan, scratch);
  }
}

// @ts-ignore: decorator
@inline
function writeList(plan: Augmenting, scratch: usize, position: u32, slot: usize): void {
  const start = slot * plan.slotNumbers;
  const starts = plan.outStarts + (slot << 3);
  const listed = resample(plan, scratch, plan.outColumns + (start << 1), plan.outInputs + (start << 2), true);
  store<u32>(starts, <u32>start);
  store<u32>(starts, <u32>start + listed, 4);
  store<u32>(plan.inputOrder + (<usize>position << 2), <u32>slot << 1);
}

// @ts-ignore: decorator
@inline
function writeRow(plan: Augmenting, scratch: usize, position: u32, slot: usize): void {
  const image = scratch + plan.scratchImage;
  const bytes = (<usize>plan.width * plan.height) << 2;
  resample(plan, scratch, 0, image, false);
  memory.copy(plan.outInputs + slot * bytes, image, bytes);
  store<u32>(plan.inputOrder + (<usize>position << 2), <u32>slot);
}
