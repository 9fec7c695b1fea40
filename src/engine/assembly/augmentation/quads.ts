// Where the pixels of a changed image come from, four at a time. Fours that all come from where the image is dark are left out.
//
// A quad: f32 [4] of columns, f32 [4] of rows, and u32 the index of its first pixel. What stays the same is read from memory again
// and again: compilers would rather work it out each time.
import { Augmenting } from './Augmenting';
import * as drawn from './draw';
import * as lit from './spread';

/** Bytes of a quad. */
export const QUAD: usize = 48;

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
    store<f32>(constants, drawn.x0 + drawn.xy * <f32>row, 112);
    store<f32>(constants, drawn.y0 + drawn.yy * <f32>row, 116);
    quad = findOfRow(quad, constants, pixel, width, across, down);
    pixel += width;
    if (width & 3 && quad > quads && load<u32>(quad - QUAD, 32) + 4 > pixel) {
      // Pixels beyond the row come from beyond the image, where all is 0.
      v128.store(quad - QUAD, v128.bitselect(f32x4.splat(-1), v128.load(quad - QUAD), beyond));
    }
    across += <usize>plan.fieldStride << 2;
    down += <usize>plan.fieldStride << 2;
  }
  return quad;
}

function writeConstants(plan: Augmenting, constants: usize): void {
  const all = plan.outStarts == 0;
  v128.store(constants, f32x4.splat(drawn.xx));
  v128.store(constants, f32x4.splat(drawn.yx), 16);
  v128.store(constants, f32x4.splat(<f32>plan.elastic), 32);
  v128.store(constants, f32x4.splat(all ? -Infinity : <f32>(lit.left - 1)), 48);
  v128.store(constants, f32x4.splat(all ? Infinity : <f32>(lit.right + 1)), 64);
  v128.store(constants, f32x4.splat(all ? -Infinity : <f32>(lit.top - 1)), 80);
  v128.store(constants, f32x4.splat(all ? Infinity : <f32>(lit.bottom + 1)), 96);
}

// @ts-ignore: decorator
@inline
function findOfRow(quad: usize, constants: usize, pixel: u32, width: u32, across: usize, down: usize): usize {
  const end = pixel + width;
  let steps = f32x4(0, 1, 2, 3);
  for (; pixel < end; pixel += 4) {
    let x = f32x4.add(f32x4.mul(v128.load(constants), steps), v128.load32_splat(constants, 112));
    let y = f32x4.add(f32x4.mul(v128.load(constants, 16), steps), v128.load32_splat(constants, 116));
    steps = f32x4.add(steps, f32x4.splat(4));
    x = f32x4.add(x, f32x4.mul(v128.load(constants, 32), v128.load(across)));
    y = f32x4.add(y, f32x4.mul(v128.load(constants, 32), v128.load(down)));
    across += 16;
    down += 16;
    v128.store(quad, x);
    v128.store(quad, y, 16);
    store<u32>(quad, pixel, 32);
    const withinX = v128.and(f32x4.gt(x, v128.load(constants, 48)), f32x4.lt(x, v128.load(constants, 64)));
    const withinY = v128.and(f32x4.gt(y, v128.load(constants, 80)), f32x4.lt(y, v128.load(constants, 96)));
    // Written in any case, and kept only if it counts: a jump that cannot be foreseen costs more.
    quad += v128.any_true(v128.and(withinX, withinY)) ? QUAD : 0;
  }
  return quad;
}
