// Measures how far the portable elementary functions lie from the exact values, in units in the last place.
//
//   npm run measure:ulp -- [points, a million if left out]
//
// In double precision: random points against fixed-point arithmetic of 256 binary places. In float32: every number of the range
// against the double-precision function, whose own error is some 10^-9 of a float32's last place.

import { expFloat32 } from '../src/linalg/expFloat32.js';
import { exp, log, log1p } from '../src/linalg/expLog.js';
import { cos, sin } from '../src/linalg/sine.js';
import { tanh, tanhFloat32 } from '../src/linalg/tanh.js';
import { Random } from '../src/random/Random.js';
import {
  preciseCos,
  preciseExp,
  preciseLog,
  preciseLog1p,
  preciseSin,
  preciseTanh,
  type Real,
  ulpsBetween,
} from '../test/support/preciseReference.js';

const points = Number(process.argv[2] ?? 1_000_000);
const random = Random.stream(0, 'measure');

/** A number from 2^least to 2^most, each power as likely as the other, with either sign if asked for. */
function ofAllSizes(least: number, most: number, signed = false): number {
  const size = 2 ** random.uniform(least, most);
  return signed && random.integer(2) === 0 ? -size : size;
}

function measure(
  name: string,
  draw: () => number,
  value: (x: number) => number,
  exact: (x: number) => Real,
  unit?: number,
): void {
  let worst = 0;
  let where = 0;
  for (let point = 0; point < points; point++) {
    const x = draw();
    const error = ulpsBetween(value(x), exact(x), unit);
    if (!(error <= worst)) {
      worst = error;
      where = x;
    }
  }
  console.log(`${name}: ${worst.toFixed(4)} at ${where}, over ${points} points`);
}

/** Every float32 with least <= |x| <= most. */
function measureFloat32(
  name: string,
  value: (x: number) => number,
  exact: (x: number) => number,
  low: number,
  high: number,
): void {
  const numbers = new Float32Array(1);
  const bits = new Uint32Array(numbers.buffer);
  let worst = 0;
  let where = 0;
  let count = 0;
  for (const sign of [0, 0x80000000]) {
    // Below 2^-26 the results are 1 (exp) and x (tanh), and so is the exact value, rounded: the sweep starts there.
    numbers[0] = 2 ** -26;
    for (let pattern = bits[0] as number; ; pattern++) {
      bits[0] = (sign | pattern) >>> 0;
      const x = numbers[0] as number;
      if (x > high || x < low) break;
      const right = exact(x);
      numbers[0] = Math.abs(right);
      // The last place of a float32 of this size, from its exponent.
      const power = Math.max((bits[0] as number) >>> 23, 1) - 150;
      const got = value(x);
      // Where the exact value rounds to Infinity, Infinity is right.
      const error = got === Math.fround(right) && got === Number.POSITIVE_INFINITY ? 0 : Math.abs(got - right) * 2 ** -power;
      count++;
      if (!(error <= worst)) {
        worst = error;
        where = x;
      }
    }
  }
  console.log(`${name}: ${worst.toFixed(4)} at ${where}, over ${count} points`);
}

measure('exp', () => random.uniform(-745, 709), exp, preciseExp);
measure('exp from -1 to 1', () => random.uniform(-1, 1), exp, preciseExp);
measure('log', () => ofAllSizes(-1074, 1024), log, preciseLog);
measure('log from 1/2 to 2', () => random.uniform(0.5, 2), log, preciseLog);
measure('log1p from -0.3 to 1', () => random.uniform(-0.3, 1), log1p, preciseLog1p);
measure('tanh', () => ofAllSizes(-30, 5, true), tanh, preciseTanh);
measure('tanh from -1 to 1', () => random.uniform(-1, 1), tanh, preciseTanh);
measure('sin, in units of the last place of 1', () => random.uniform(-628318, 628318), sin, preciseSin, -52);
measure('cos, in units of the last place of 1', () => random.uniform(-628318, 628318), cos, preciseCos, -52);
measure('sin from -7 to 7, in units of the last place of 1', () => random.uniform(-7, 7), sin, preciseSin, -52);
measureFloat32('expFloat32', expFloat32, exp, -104, 89);
measureFloat32('tanhFloat32', tanhFloat32, tanh, -20, 20);
