// Lays a transparent picture onto a ground.
import type { Greys } from './luminance.js';

/** From which alpha on a pixel counts as all there. */
const OPAQUE = 0.9;
/** Brightnesses of the opaque pixels that differ by more are paper and ink; by less, ink alone. */
const CONTRAST = 0.5;

/**
 * The brightness of each pixel once the picture lies on a ground: changes `brightness` and returns it. The ground is unknown, so it
 * is chosen: if the opaque pixels are ink alone, it is their opposite; if they are paper with ink on it, it is the paper.
 */
export function composite({ brightness, alpha }: Greys): Float32Array {
  if (alpha === undefined) return brightness;
  const ground = groundOf(brightness, alpha);
  for (let index = 0; index < brightness.length; index++) {
    brightness[index] = alpha[index] * brightness[index] + (1 - alpha[index]) * ground;
  }
  return brightness;
}

function groundOf(brightness: Float32Array, alpha: Float32Array): number {
  let least = 1;
  let most = 0;
  let total = 0;
  let weight = 0;
  for (let index = 0; index < brightness.length; index++) {
    total += alpha[index] * brightness[index];
    weight += alpha[index];
    if (alpha[index] >= OPAQUE) {
      least = Math.min(least, brightness[index]);
      most = Math.max(most, brightness[index]);
    }
  }
  if (most - least <= CONTRAST) return total > weight / 2 ? 0 : 1;
  return opaqueAbove((least + most) / 2, brightness, alpha) ? most : least;
}

/** Whether most of the opaque pixels are brighter than a middle. */
function opaqueAbove(middle: number, brightness: Float32Array, alpha: Float32Array): boolean {
  let above = 0;
  let below = 0;
  for (let index = 0; index < brightness.length; index++) {
    if (alpha[index] < OPAQUE) continue;
    if (brightness[index] > middle) above++;
    else below++;
  }
  return above > below;
}
