// Draws the change of an example, from a stream of its own.
import { cos, sin } from '../../linalg/sine.js';
import { Random } from '../../random/Random.js';
import { stateFrom, stir } from '../../random/seeding.js';
import type { EpochAugmentation } from './EpochAugmentation.js';
import { NOISE_STARTS } from './tables.js';

const f = Math.fround;

/** The change of an image. */
export interface Change {
  /** Where a pixel comes from: x = xx column + xy row + x0, and y = yx column + yy row + y0. */
  readonly xx: number;
  readonly xy: number;
  readonly x0: number;
  readonly yx: number;
  readonly yy: number;
  readonly y0: number;
  /** Where the displacements across start in the table, and those down. */
  readonly across: number;
  readonly down: number;
  /** The t of v (1 + t (1 - v)). */
  readonly brightness: number;
  /** The strength of the noise, negative for the other sign, and where it starts in its table. */
  readonly noise: number;
  readonly noiseStart: number;
}

/**
 * Draws the change of an example from `Random.stream(seed, 'augmentation', epoch, example)`. It draws the numbers of all parts, used or
 * not, so that one part more does not change the others.
 *
 * An image is zoomed, slanted, turned and moved: q = R S z (p - c) + c + t. A pixel q therefore comes from
 * p = (1/z) S^-1 R^-1 (q - c - t) + c.
 */
export function drawChange({ hash, ranges, width, height, sizes }: EpochAugmentation, example: number): Change {
  const random = new Random();
  random.state.set(stateFrom(stir(hash, example)));
  const symmetric = () => (random.next() | 0) / 2 ** 31;
  const centreX = (width - 1) / 2;
  const centreY = (height - 1) / 2;
  const toX = centreX + ranges.shift * symmetric();
  const toY = centreY + ranges.shift * symmetric();
  const angle = ranges.rotate * symmetric();
  const factor = 1 + ranges.zoom * symmetric();
  const slant = ranges.shear * symmetric();
  const cosine = cos(angle);
  const sine = sin(angle);
  const xx = (cosine + slant * sine) / factor;
  const xy = (sine - slant * cosine) / factor;
  const yx = -sine / factor;
  const yy = cosine / factor;
  const startOf = (bits: number) => ((bits >>> 16) & (sizes.side - 1)) * sizes.stride + (bits & (sizes.side - 1));
  const across = startOf(random.next());
  const down = startOf(random.next());
  const brightness = f(ranges.brightness * symmetric());
  const bits = random.next();
  return {
    xx: f(xx),
    xy: f(xy),
    x0: f(centreX - xx * toX - xy * toY),
    yx: f(yx),
    yy: f(yy),
    y0: f(centreY - yx * toX - yy * toY),
    across,
    down,
    brightness,
    noise: f(bits >>> 31 === 1 ? -ranges.noise : ranges.noise),
    noiseStart: bits & (NOISE_STARTS - 1),
  };
}
