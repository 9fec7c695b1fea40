// Where the pixels of a changed image come from, four at a time. Fours that all come from where the image is 0 are left out.
//
// A quad: f32 [4] of columns, f32 [4] of rows, and u32 the index of its first pixel. What stays the same is read from memory
// again and again: compilers would rather work it out each time.

import * as drawn from './draw';
import { Augmenting } from './records';
import * as nonZero from './spread';

/** Bytes of a quad. */
export const QUAD: usize = 48;

/** Where in the constants there stands, for each four columns of the image, what they add to a row's x and y: f32 [4] each. */
const STEPS: usize = 128;

/** Finds the quads of an image, row by row. Returns where they end; one more than they are is written. */
export function findQuads(plan: Augmenting, quads: usize, constants: usize): usize {
  const width = plan.width;
  const lanes = i32x4(0, 1, 2, 3);
  const beyond = i32x4.ge_u(lanes, i32x4.splat(width & 3 ? width & 3 : 4));
  writeConstants(plan, constants);
  let quad = quads;
  let pixel: u32 = 0;
  let across = drawn.across;
  let down = drawn.down;
  for (let row: u32 = 0; row < plan.height; row++) {
    v128.store(constants, f32x4.splat(drawn.x0 + drawn.xy * <f32>row));
    v128.store(constants, f32x4.splat(drawn.y0 + drawn.yy * <f32>row), 16);
    quad = findOfRow(quad, constants, pixel, width, across, down);
    pixel += width;
    if (width & 3 && quad > quads && load<u32>(quad - QUAD, 32) + 4 > pixel) {
      // Pixels beyond the row come from beyond the image, where all is 0.
      v128.store(quad - QUAD, v128.bitselect(f32x4.splat(-1), v128.load(quad - QUAD), beyond));
    }
    across += (<usize>plan.fieldStride) << 2;
    down += (<usize>plan.fieldStride) << 2;
  }
  return quad;
}

function writeConstants(plan: Augmenting, constants: usize): void {
  const all = plan.outStarts == 0;
  v128.store(constants, f32x4.splat(all ? -Infinity : <f32>(nonZero.left - 1)), 32);
  v128.store(constants, f32x4.splat(all ? Infinity : <f32>(nonZero.right + 1)), 48);
  v128.store(constants, f32x4.splat(all ? -Infinity : <f32>(nonZero.top - 1)), 64);
  v128.store(constants, f32x4.splat(all ? Infinity : <f32>(nonZero.bottom + 1)), 80);
  const xx = f32x4.splat(drawn.xx);
  const yx = f32x4.splat(drawn.yx);
  let columns = f32x4(0, 1, 2, 3);
  let steps = constants + STEPS;
  for (let column: u32 = 0; column < plan.width; column += 4) {
    v128.store(steps, f32x4.mul(xx, columns));
    v128.store(steps, f32x4.mul(yx, columns), 16);
    columns = f32x4.add(columns, f32x4.splat(4));
    steps += 32;
  }
}

function findOfRow(quad: usize, constants: usize, pixel: u32, width: u32, across: usize, down: usize): usize {
  let steps = constants + STEPS;
  for (const end = pixel + width; pixel < end; pixel += 4) {
    const x = f32x4.add(f32x4.add(v128.load(steps), v128.load(constants)), v128.load(across));
    const y = f32x4.add(f32x4.add(v128.load(steps, 16), v128.load(constants, 16)), v128.load(down));
    steps += 32;
    across += 16;
    down += 16;
    v128.store(quad, x);
    v128.store(quad, y, 16);
    store<u32>(quad, pixel, 32);
    const withinX = v128.and(f32x4.gt(x, v128.load(constants, 32)), f32x4.lt(x, v128.load(constants, 48)));
    const withinY = v128.and(f32x4.gt(y, v128.load(constants, 64)), f32x4.lt(y, v128.load(constants, 80)));
    // Written in any case, and kept only if it counts: a jump that cannot be foreseen costs more.
    quad += v128.any_true(v128.and(withinX, withinY)) ? QUAD : 0;
  }
  return quad;
}
