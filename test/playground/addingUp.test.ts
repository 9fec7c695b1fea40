// Numbers that are shown rounded, and add up as shown.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesFor, roundedParts } from '../../playground/src/model/addingUp.js';

describe('rounded parts', () => {
  it('add up to the rounded total, each off by less than one in its last place', () => {
    const parts = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(parts, (given) => {
        const total = given.reduce((sum, part) => sum + part, 0);
        const rounded = roundedParts(given, total, 3);
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
    expect(roundedParts([1, 2], 2.995, 3).reduce((sum, part) => sum + part)).toBe(2995);
  });
});

describe('the decimals', () => {
  it('are fewer for larger numbers', () => {
    expect([0, 99, 100, 1000, 1e6, Number.NaN].map(placesFor)).toEqual([3, 3, 2, 1, 0, 3]);
  });
});
