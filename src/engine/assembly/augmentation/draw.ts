// What is done to an example, drawn from its own stream: the steps of data/augmentation/drawChange.ts.
import { next, startStream } from '../random';
import { Augmenting } from './records';
import { cos, sin } from './sine';

/** Where a pixel comes from: x = xx column + xy row + x0, and y = yx column + yy row + y0. */
export let xx: f32 = 1;
export let xy: f32 = 0;
export let x0: f32 = 0;
export let yx: f32 = 0;
export let yy: f32 = 1;
export let y0: f32 = 0;
/** Where in the field the displacements across and down start. */
export let across: usize = 0;
export let down: usize = 0;
export let brightness: f32 = 0;
/** How strong the noise is, and where it starts. */
export let noise: f32 = 0;
export let noiseStart: usize = 0;

/** From -1 up to, and not including, 1. */
// @ts-ignore: decorator
@inline
function symmetric(): f64 {
  return <f64>(<i32>next()) / 2147483648.0;
}

/** Draws what is done to an example. */
export function draw(plan: Augmenting, example: u32): void {
  startStream(plan.hash, example);
  const centreX = <f64>(plan.width - 1) / 2;
  const centreY = <f64>(plan.height - 1) / 2;
  const toX = centreX + plan.shift * symmetric();
  const toY = centreY + plan.shift * symmetric();
  const angle = plan.rotate * symmetric();
  const factor = 1 + plan.zoom * symmetric();
  const slant = plan.shear * symmetric();
  const cosine = cos(angle);
  const sine = sin(angle);
  const fromXX = (cosine + slant * sine) / factor;
  const fromXY = (sine - slant * cosine) / factor;
  const fromYX = -sine / factor;
  const fromYY = cosine / factor;
  xx = <f32>fromXX;
  xy = <f32>fromXY;
  yx = <f32>fromYX;
  yy = <f32>fromYY;
  x0 = <f32>(centreX - fromXX * toX - fromXY * toY);
  y0 = <f32>(centreY - fromYX * toX - fromYY * toY);
  across = startOf(plan, next());
  down = startOf(plan, next());
  brightness = <f32>(plan.brightness * symmetric());
  const bits = next();
  noise = <f32>(bits >> 31 ? -plan.noise : plan.noise);
  noiseStart = plan.noiseTable + ((bits & (plan.noiseStarts - 1)) << 2);
}

// @ts-ignore: decorator
@inline
function startOf(plan: Augmenting, bits: u32): usize {
  const mask = plan.fieldSide - 1;
  return plan.field + ((<usize>((bits >> 16) & mask) * plan.fieldStride + (bits & mask)) << 2);
}
