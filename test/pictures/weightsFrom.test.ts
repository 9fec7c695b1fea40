// Weights drawn in text.
import { weightsFrom } from 'glassbox-nn/pictures';
import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../support/refusals.js';

describe('weights drawn in text', () => {
  it('are stretched to the image, 28 x 28 if nothing is said', () => {
    const weights = weightsFrom(['..++..', '.----.']);
    expect(weights).toHaveLength(784);
    const row = (y: number) => Array.from(weights.subarray(y * 28, (y + 1) * 28));
    expect(row(0)).toEqual(row(13));
    expect(row(14)).toEqual(row(27));
    expect(row(0).reduce((sum, weight) => sum + weight, 0)).toBe(10);
    expect(row(14).reduce((sum, weight) => sum + weight, 0)).toBe(-18);
    expect(row(0).slice(8, 20)).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
  });

  it('have the strengths that are asked for', () => {
    expect([...weightsFrom(['+-', '3 '], { width: 2, height: 2, positive: 2, negative: -8 })]).toEqual([
      2,
      -8,
      Math.fround(0.6),
      0,
    ]);
  });

  it('are refused where the drawing is none', async () => {
    await expectRefusal(() => weightsFrom(['+x']), 'ArgumentError', 'rows[0][1]', "'x'");
    await expectRefusal(() => weightsFrom(['+-', '+']), 'ShapeError', 'rows[1]', '2 characters');
    await expectRefusal(() => weightsFrom('+-' as never), 'ArgumentError', 'rows of characters');
    await expectRefusal(() => weightsFrom([]), 'ArgumentError', 'an array of 0');
    await expectRefusal(() => weightsFrom(['+'.repeat(29)]), 'ShapeError', '28 x 28', '29 x 1');
    await expectRefusal(() => weightsFrom(['+'], { positive: Number.NaN }), 'OutOfRangeError', 'positive');
  });
});
