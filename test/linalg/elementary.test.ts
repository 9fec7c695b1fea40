// exp, log, log1p, tanh, sin and cos: within their documented errors, right at the edges, and the same bits on every engine.
import { exp, log, Random } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { log1p } from '../../src/linalg/expLog.js';
import { powerOfTwo } from '../../src/linalg/powerOfTwo.js';
import { cos, sin } from '../../src/linalg/sine.js';
import { tanh } from '../../src/linalg/tanh.js';
import { hashOf } from '../support/float32.js';
import {
  preciseCos,
  preciseExp,
  preciseLog,
  preciseLog1p,
  preciseSin,
  preciseTanh,
  type Real,
  ulpsBetween,
} from '../support/preciseReference.js';

const { POSITIVE_INFINITY, NEGATIVE_INFINITY, NaN: notANumber } = Number;
const LEAST = 5e-324;

/** A number from 2^least to 2^most, of either sign; in arithmetic that gives the same numbers on every engine. */
function ofAllSizes(random: Random, least: number, most: number): number {
  const size = powerOfTwo(least + random.integer(most - least)) * random.uniform(1, 2);
  return random.integer(2) === 0 ? -size : size;
}

interface Case {
  readonly name: string;
  readonly value: (x: number) => number;
  readonly exact: (x: number) => Real;
  readonly draw: (random: Random) => number;
  /** The documented error, in units in the last place. */
  readonly bound: number;
  /** The exponent of the last place meant, if not the result's own. */
  readonly unit?: number;
  /** Hash of the results for 500 draws of stream (2, name). */
  readonly golden: string;
}

const cases: readonly Case[] = [
  { name: 'exp', value: exp, exact: preciseExp, draw: (random) => random.uniform(-745, 709), bound: 0.88, golden: '33d5abd1' },
  {
    name: 'log',
    value: log,
    exact: preciseLog,
    draw: (random) => Math.abs(ofAllSizes(random, -1022, 1024)),
    bound: 1.23,
    golden: '3760188e',
  },
  {
    name: 'log near 1',
    value: log,
    exact: preciseLog,
    draw: (random) => random.uniform(0.5, 2),
    bound: 1.23,
    golden: 'c8cb5001',
  },
  {
    name: 'log1p',
    value: log1p,
    exact: preciseLog1p,
    draw: (random) => random.uniform(-0.3, 1),
    bound: 1.26,
    golden: 'faa3bad6',
  },
  {
    name: 'tanh',
    value: tanh,
    exact: preciseTanh,
    draw: (random) => ofAllSizes(random, -30, 5),
    bound: 1.41,
    golden: '57bf5ae5',
  },
  {
    name: 'sin',
    value: sin,
    exact: preciseSin,
    draw: (random) => random.uniform(-628318, 628318),
    bound: 0.84,
    unit: -52,
    golden: '7d4bd40e',
  },
  {
    name: 'cos',
    value: cos,
    exact: preciseCos,
    draw: (random) => random.uniform(-628318, 628318),
    bound: 0.84,
    unit: -52,
    golden: '2623a52a',
  },
];

describe('the elementary functions', () => {
  it.each(cases)(
    '$name stays within $bound units in the last place of the exact value',
    ({ name, value, exact, draw, bound, unit }) => {
      const random = Random.stream(1, name);
      for (let point = 0; point < 2000; point++) {
        const x = draw(random);
        const error = ulpsBetween(value(x), exact(x), unit);
        if (!(error <= bound)) expect.fail(`${name}(${x}) = ${value(x)} is off by ${error}`);
      }
    },
  );

  it.each(cases)('$name has the bits it has on every engine', ({ name, value, draw, golden }) => {
    const random = Random.stream(2, name);
    expect(hashOf(Float64Array.from({ length: 500 }, () => value(draw(random))))).toBe(golden);
  });

  it('exp is exact at the edges: 1 at both zeros, 0 and Infinity beyond what a double holds', () => {
    expect([0, -0, LEAST, -LEAST, 2 ** -60].map(exp)).toEqual([1, 1, 1, 1, 1]);
    expect([POSITIVE_INFINITY, Number.MAX_VALUE, 709.79, 710, 1000].map(exp)).toEqual(Array(5).fill(POSITIVE_INFINITY));
    expect([NEGATIVE_INFINITY, -Number.MAX_VALUE, -745.14, -746, -1000].map(exp)).toEqual([0, 0, 0, 0, 0]);
    expect(exp(notANumber)).toBeNaN();
    expect(exp(709.782712893384)).toBe(1.7976931348622732e308);
    expect(exp(-745.1332191019411)).toBe(LEAST);
    expect(exp(-740)).toBe(4.2e-322);
  });

  it('exp never falls where x rises, across every seam of its reduction', () => {
    for (let k = -1070; k <= 1020; k++) {
      const seam = (k + 0.5) * Math.LN2;
      const step = Math.abs(seam) * 2 ** -52;
      for (let n = -3; n < 3; n++) expect(exp(seam + (n + 1) * step)).toBeGreaterThanOrEqual(exp(seam + n * step));
    }
  });

  it('log is exact at the edges: no logarithm of a negative number, -Infinity at both zeros', () => {
    expect([0, -0].map(log)).toEqual([NEGATIVE_INFINITY, NEGATIVE_INFINITY]);
    expect([-1, -LEAST, NEGATIVE_INFINITY, notANumber].map(log)).toEqual(Array(4).fill(notANumber));
    expect(log(POSITIVE_INFINITY)).toBe(POSITIVE_INFINITY);
    expect(log(1)).toBe(0);
    expect(log(Math.E)).toBe(1);
    expect(log(LEAST)).toBe(-744.4400719213812);
    expect(log(2.2250738585072014e-308)).toBe(-708.3964185322641);
    expect(log(Number.MAX_VALUE)).toBe(709.782712893384);
    // At the seams themselves, where the other form gives another last bit.
    expect(log(8 * Math.SQRT2)).toBe(2.4260151319598084);
    expect(log(Math.SQRT1_2 * 2 ** -29)).toBe(-20.447841826518385);
  });

  it('log1p keeps what 1 + x would lose', () => {
    expect([0, 2 ** -60, -(2 ** -60), LEAST].map(log1p)).toEqual([0, 2 ** -60, -(2 ** -60), LEAST]);
    expect(log1p(0.5)).toBe(0.4054651081081644);
    expect(log1p(notANumber)).toBeNaN();
  });

  it('tanh is x near 0, 1 far out, and odd', () => {
    expect([0, LEAST, -LEAST, 2 ** -30, -(2 ** -30)].map(tanh)).toEqual([0, LEAST, -LEAST, 2 ** -30, -(2 ** -30)]);
    expect([20, 800, Number.MAX_VALUE, POSITIVE_INFINITY].map(tanh)).toEqual([1, 1, 1, 1]);
    expect([-20, -800, NEGATIVE_INFINITY].map(tanh)).toEqual([-1, -1, -1]);
    expect(tanh(notANumber)).toBeNaN();
    // At the seam itself, where the other form gives another last bit.
    expect(tanh(0.5625)).toBe(0.5098299737352565);
    const random = new Random(3);
    for (let point = 0; point < 500; point++) {
      const x = ofAllSizes(random, -20, 5);
      expect(tanh(-x)).toBe(-tanh(x));
    }
  });

  it('sin and cos are right at quarter turns, and know no angle at infinity', () => {
    expect(sin(0)).toBe(0);
    expect(cos(0)).toBe(1);
    expect([sin(Math.PI / 2), cos(Math.PI), sin(-Math.PI / 2)]).toEqual([1, -1, -1]);
    // The double nearest to pi is not pi: its sine is the rest.
    expect(sin(Math.PI)).toBe(1.2246467991473532e-16);
    expect([0.5, -0.5, 1.5, 5.5].map((turn) => cos(turn * Math.PI))).toEqual([
      6.123233995736766e-17, 6.123233995736766e-17, -1.8369701987210297e-16, -2.4499125789312946e-15,
    ]);
    expect([sin, cos].flatMap((wave) => [POSITIVE_INFINITY, NEGATIVE_INFINITY, notANumber].map(wave))).toEqual(
      Array(6).fill(notANumber),
    );
  });

  it('powers of two are exact, from the least normal number to the largest', () => {
    expect([-1022, -1, 0, 1, 10, 1023].map(powerOfTwo)).toEqual([
      2.2250738585072014e-308, 0.5, 1, 2, 1024, 8.98846567431158e307,
    ]);
  });
});
