// One resampling of an image, four pixels at a time: the steps of data/augmentation/changeImage.ts.
import { Augmenting } from './Augmenting';
import * as drawn from './draw';
import * as lit from './spread';
import { COLUMN_SHUFFLES } from './tables';

/**
 * Writes the changed image: as a list of what is not 0, or as rows. Returns how many numbers are listed. Up to three numbers beyond
 * the last are written.
 *
 * @param source - The image with its margin.
 * @param columns - Where the columns of the list go.
 * @param out - Where its values go, or the rows.
 */
// @ts-ignore: decorator
@inline
export function resample(plan: Augmenting, source: usize, columns: usize, out: usize, listed: bool): u32 {
  const width = plan.width;
  const height = plan.height;
  const shuffles = plan.shuffles;
  const first = out;
  const left = f32x4.splat(<f32>(lit.left - 1));
  const right = f32x4.splat(<f32>(lit.right + 1));
  const top = f32x4.splat(<f32>(lit.top - 1));
  const bottom = f32x4.splat(<f32>(lit.bottom + 1));
  const xx = f32x4.splat(drawn.xx);
  const yx = f32x4.splat(drawn.yx);
  const elastic = f32x4.splat(<f32>plan.elastic);
  const brightness = f32x4.splat(drawn.brightness);
  const noise = f32x4.splat(drawn.noise);
  const widened = ((<usize>width + 3) & ~3) - width;
  const rest: i32 = width & 3 ? (1 << (width & 3)) - 1 : 15;
  let across = drawn.across;
  let down = drawn.down;
  let noises = drawn.noiseStart;
  for (let row: u32 = 0; row < height; row++) {
    const x0 = f32x4.splat(drawn.x0 + drawn.xy * <f32>row);
    const y0 = f32x4.splat(drawn.y0 + drawn.yy * <f32>row);
    let steps = f32x4(0, 1, 2, 3);
    for (let column: u32 = 0; column < width; column += 4) {
      let x = f32x4.add(f32x4.mul(xx, steps), x0);
      let y = f32x4.add(f32x4.mul(yx, steps), y0);
      steps = f32x4.add(steps, f32x4.splat(4));
      if (plan.field) {
        const at = <usize>column << 2;
        x = f32x4.add(x, f32x4.mul(elastic, v128.load(across + at)));
        y = f32x4.add(y, f32x4.mul(elastic, v128.load(down + at)));
      }
      const within = v128.and(
        v128.and(f32x4.gt(x, left), f32x4.lt(x, right)),
        v128.and(f32x4.gt(y, top), f32x4.lt(y, bottom)),
      );
      let four = f32x4.splat(0);
      // Outside of what is lit, all is 0.
      if (v128.any_true(within)) four = brighten(interpolate(plan, source, x, y), brightness);
      else if (listed) continue;
      if (plan.noiseTable) four = f32x4.add(four, f32x4.mul(noise, v128.load(noises + (<usize>column << 2))));
      four = f32x4.min(f32x4.max(four, f32x4.splat(0)), f32x4.splat(1));
      if (listed) {
        const bits = i32x4.bitmask(f32x4.ne(four, f32x4.splat(0))) & (column + 4 > width ? rest : 15);
        const count = popcnt(bits);
        // All four are written, and what does not count is written over.
        v128.store(out, i8x16.swizzle(four, v128.load(shuffles + (<usize>bits << 4))));
        const offsets = v128.load64_zero(shuffles + COLUMN_SHUFFLES + (<usize>bits << 3));
        v128.store64_lane(columns, i16x8.add(offsets, i16x8.splat(<i16>(row * width + column))), 0);
        out += <usize>count << 2;
        columns += <usize>count << 1;
      } else {
        v128.store(out, four);
        out += 16;
      }
    }
    // The next row begins where this one ends, and writes over what was too much.
    if (!listed) out -= widened << 2;
    across += <usize>plan.fieldStride << 2;
    down += <usize>plan.fieldStride << 2;
    noises += <usize>width << 2;
  }
  return <u32>((out - first) >> 2);
}

/** The image between its pixels: across in both rows, then down. Beyond its margin, all is 0. */
// @ts-ignore: decorator
@inline
function interpolate(plan: Augmenting, source: usize, x: v128, y: v128): v128 {
  const least = f32x4.splat(-1);
  const clampedX = f32x4.max(f32x4.min(x, f32x4.splat(<f32>plan.width)), least);
  const clampedY = f32x4.max(f32x4.min(y, f32x4.splat(<f32>plan.height)), least);
  const wholeX = f32x4.floor(clampedX);
  const wholeY = f32x4.floor(clampedY);
  const shareX = f32x4.sub(clampedX, wholeX);
  const shareY = f32x4.sub(clampedY, wholeY);
  const rows = i32x4.mul(i32x4.trunc_sat_f32x4_s(f32x4.add(wholeY, f32x4.splat(1))), i32x4.splat(plan.marginRow));
  const offsets = i32x4.add(rows, i32x4.shl(i32x4.trunc_sat_f32x4_s(f32x4.add(wholeX, f32x4.splat(1))), 2));
  const row = <usize>plan.marginRow;
  const place0 = source + <usize>i32x4.extract_lane(offsets, 0);
  const place1 = source + <usize>i32x4.extract_lane(offsets, 1);
  const place2 = source + <usize>i32x4.extract_lane(offsets, 2);
  const place3 = source + <usize>i32x4.extract_lane(offsets, 3);
  const above = across(place0, place1, place2, place3, shareX);
  const below = across(place0 + row, place1 + row, place2 + row, place3 + row, shareX);
  return f32x4.add(above, f32x4.mul(shareY, f32x4.sub(below, above)));
}

/** Between each place's number and the next. */
// @ts-ignore: decorator
@inline
function across(place0: usize, place1: usize, place2: usize, place3: usize, share: v128): v128 {
  const lower = v128.load64_lane(place1, v128.load64_zero(place0), 1);
  const upper = v128.load64_lane(place3, v128.load64_zero(place2), 1);
  const first = v128.shuffle<f32>(lower, upper, 0, 2, 4, 6);
  const second = v128.shuffle<f32>(lower, upper, 1, 3, 5, 7);
  return f32x4.add(first, f32x4.mul(share, f32x4.sub(second, first)));
}

/** v (1 + t (1 - v)), which leaves 0 and 1 where they are. */
// @ts-ignore: decorator
@inline
function brighten(v: v128, t: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.mul(v, f32x4.add(one, f32x4.mul(t, f32x4.sub(one, v))));
}
