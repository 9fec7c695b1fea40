// Numbers that are shown rounded, and add up as shown.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesFor, roundedParts } from '../../playground/src/model/addingUp.js';
import { brightest } from '../../playground/src/model/brightest.js';
import { decimal, outputSpoken, outputText, signed } from '../../playground/src/model/numbers.js';

describe('rounded parts', () => {
  it('add up to the rounded total, each off by less than one in its last place', () => {
    const parts = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(parts, (given) => {
        const total = given.reduce((sum, part) => sum + part, 0);
        const rounded = roundedParts(given, total, 3) ?? [];
        expect(rounded.reduce((sum, part) => sum + part, 0)).toBe(Math.round(total * 1000) + 0);
        rounded.forEach((part, index) => {
          expect(Math.abs(part - (given[index] as number) * 1000)).toBeLessThan(1 + 1e-6);
        });
      }),
    );
  });

  it('give the odd one to the part that lost most', () => {
    expect(roundedParts([0.4, 0.35, 0.25], 1, 0)).toEqual([1, 0, 0]);
  });

  it('add up also where the total was summed less exactly', () => {
    expect(roundedParts([1, 2], 3.002, 3)).toEqual([1001, 2001]);
    expect(roundedParts([1, 2], 2.995, 3)?.reduce((sum, part) => sum + part)).toBe(2995);
  });
});

describe('numbers beyond measure', () => {
  it('are left as they are, since no digits of theirs add up', () => {
    for (const huge of [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, 1e20, -1e20]) {
      expect(roundedParts([1, huge], 1 + huge, 0)).toBeUndefined();
      expect(roundedParts([1, 2], huge, 3)).toBeUndefined();
      expect(roundedParts([huge, -huge], 0, 0)).toBeUndefined();
    }
    expect(roundedParts([1e14, -1e14], 4e12, 0)).toEqual([1.02e14, -0.98e14]);
  });

  it('are shown with an exponent', () => {
    expect([decimal(-1e20, 0), signed(3e38), decimal(1e15, 0), decimal(Number.NaN)]).toEqual([
      '\u22121.00e+20',
      '+3.00e+38',
      '1000000000000000',
      'NaN',
    ]);
  });
});

describe('an output', () => {
  it('is shown in percent only where it is a share', () => {
    expect([outputText(0.5, true), outputText(0.5, false), outputText(1.5, true), outputSpoken(0.5, true)]).toEqual([
      '50 %',
      '0.50',
      '1.50',
      '50 percent',
    ]);
  });

  it('is the brightest though others are no numbers, and none is where no output is one', () => {
    expect(brightest(Float32Array.of(Number.NaN, -2, -1, Number.NaN))).toEqual({ output: 2, brightness: -1 });
    expect(brightest(Float32Array.of(Number.NaN, Number.NaN))).toBeUndefined();
  });
});

describe('the decimals', () => {
  it('are fewer for larger numbers', () => {
    expect([0, 99, 100, 1000, 1e6, Number.NaN].map(placesFor)).toEqual([3, 3, 2, 1, 0, 3]);
  });
});
