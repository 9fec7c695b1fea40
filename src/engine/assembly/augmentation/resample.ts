// One resampling of an image, four pixels at a time: the steps of data/augmentation/changeImage.ts.

import * as drawn from './draw';
import { findQuads, QUAD } from './quads';
import { Augmenting } from './records';
import { COLUMNS, SHUFFLE } from './tables';

/** 2^21: added to a whole number below it, it brings four times that number, its bytes, into the last bits. */
const WHOLE: f32 = 2097152;
const WHOLE_BITS: u32 = 0x4a000000;

/**
 * Writes what is not 0 in the changed image as a list: its columns and its values. Returns how many there are. Up to three
 * numbers beyond the last are written.
 */
export function resampleList(plan: Augmenting, scratch: usize, columns: usize, values: usize): u32 {
  const constants = scratch + plan.scratchConstants;
  const shuffles = plan.shuffles;
  let quad = scratch + plan.scratchQuads;
  const end = findQuads(plan, quad, constants);
  writeConstants(plan, scratch, constants);
  const first = values;
  for (; quad < end; quad += QUAD) {
    const four = held(brighten(interpolate(plan, quad, constants), constants));
    const bits = <usize>i32x4.bitmask(f32x4.ne(four, f32x4.splat(0)));
    const shuffle = shuffles + bits * SHUFFLE;
    // All four are written, and what does not count is written over.
    v128.store(values, i8x16.swizzle(four, v128.load(shuffle)));
    v128.store64_lane(columns, i16x8.add(v128.load(shuffle, COLUMNS), v128.load16_splat(quad, 32)), 0);
    const count = <usize>popcnt(<u32>bits);
    values += count << 2;
    columns += count << 1;
  }
  return <u32>((values - first) >> 2);
}

/** Writes the changed image as rows. Up to three numbers beyond the last are written. */
export function resampleRows(plan: Augmenting, scratch: usize, out: usize): void {
  const constants = scratch + plan.scratchConstants;
  const noises = drawn.noiseStart;
  let quad = scratch + plan.scratchQuads;
  const end = findQuads(plan, quad, constants);
  writeConstants(plan, scratch, constants);
  for (; quad < end; quad += QUAD) {
    let four = brighten(interpolate(plan, quad, constants), constants);
    const at = (<usize>load<u32>(quad, 32)) << 2;
    if (plan.noiseTable) four = f32x4.add(four, f32x4.mul(v128.load(constants, 96), v128.load(noises + at)));
    // What is beyond the end of a row is written over by the next.
    v128.store(out + at, held(four));
  }
}

function writeConstants(plan: Augmenting, source: usize, constants: usize): void {
  const stride = <f32>(plan.marginRow >> 2);
  v128.store(constants, f32x4.splat(<f32>plan.width));
  v128.store(constants, f32x4.splat(<f32>plan.height), 16);
  v128.store(constants, f32x4.splat(stride), 32);
  // The margin starts with column -1 of row -1.
  v128.store(constants, f32x4.splat(WHOLE + 1 + stride), 48);
  v128.store(constants, i32x4.splat(<u32>source - WHOLE_BITS), 64);
  v128.store(constants, f32x4.splat(drawn.brightness), 80);
  v128.store(constants, f32x4.splat(drawn.noise), 96);
}

/** The image between its pixels: across in both rows, then down. Beyond its margin, all is 0. */
// @ts-ignore: decorator
@inline
function interpolate(plan: Augmenting, quad: usize, constants: usize): v128 {
  const least = f32x4.splat(-1);
  const x = f32x4.pmax(f32x4.pmin(v128.load(quad), v128.load(constants)), least);
  const y = f32x4.pmax(f32x4.pmin(v128.load(quad, 16), v128.load(constants, 16)), least);
  const wholeX = f32x4.floor(x);
  const wholeY = f32x4.floor(y);
  const shareX = f32x4.sub(x, wholeX);
  const shareY = f32x4.sub(y, wholeY);
  const cells = f32x4.add(f32x4.add(f32x4.mul(wholeY, v128.load(constants, 32)), wholeX), v128.load(constants, 48));
  const places = i32x4.add(cells, v128.load(constants, 64));
  const row = <usize>plan.marginRow;
  const place0 = <usize>i32x4.extract_lane(places, 0);
  const place1 = <usize>i32x4.extract_lane(places, 1);
  const place2 = <usize>i32x4.extract_lane(places, 2);
  const place3 = <usize>i32x4.extract_lane(places, 3);
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
function brighten(v: v128, constants: usize): v128 {
  const one = f32x4.splat(1);
  return f32x4.mul(v, f32x4.add(one, f32x4.mul(v128.load(constants, 80), f32x4.sub(one, v))));
}

/** Held from 0 to 1. */
// @ts-ignore: decorator
@inline
function held(v: v128): v128 {
  return f32x4.pmin(f32x4.splat(1), f32x4.pmax(f32x4.splat(0), v));
}
