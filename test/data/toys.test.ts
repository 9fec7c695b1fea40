// The toy sets: their shapes, and that a seed decides them to the bit.
import { ArgumentError, OutOfRangeError } from 'glassbox-nn';
import { circles, type Dataset, spirals, xor } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { expectLesson } from './teaches.js';

const distances = (data: Dataset) => Array.from(data, ({ input: [x, y] }) => Math.sqrt(x * x + y * y));

describe('xor', () => {
  it('is 1 where exactly one of two inputs is', () => {
    for (const { input, label, target } of xor()) {
      expect(label).toBe(input[0] === input[1] ? 0 : 1);
      expect(target).toEqual(label === 1 ? Float32Array.of(0, 1) : Float32Array.of(1, 0));
    }
    expect(xor().count).toBe(4);
  });
});

describe('circles', () => {
  it('lie at radius 1 and 1/2, and round them as far as the noise goes', () => {
    const clean = circles({ noise: 0 });
    distances(clean).forEach((distance, index) => {
      expect(distance).toBeCloseTo(index % 2 === 0 ? 1 : 0.5, 6);
    });
    expect([clean.count, clean.width, clean.classes]).toEqual([200, 2, 2]);
    const noisy = circles({ noise: 0.1 });
    const shifts = Array.from(noisy.inputs, (value, index) => value - clean.inputs[index]);
    const variance = shifts.reduce((sum, shift) => sum + shift * shift, 0) / shifts.length;
    expect(Math.sqrt(variance)).toBeGreaterThan(0.08);
    expect(Math.sqrt(variance)).toBeLessThan(0.12);
  });

  it('go all the way round', () => {
    const quarters = Array.from(circles({ noise: 0 }), ({ input: [x, y] }) => (x > 0 ? 1 : 0) + (y > 0 ? 2 : 0));
    expect(new Set(quarters).size).toBe(4);
  });
});

describe('spirals', () => {
  it('have arms that are turned copies of each other, each its own class', () => {
    const data = spirals({ count: 300, classes: 3, turns: 2, noise: 0 });
    for (const { input, label = 0 } of data) {
      const [x, y] = input;
      const along = Math.sqrt(x * x + y * y);
      const turned = 2 * Math.PI * (along * 2 + label / 3);
      expect(x).toBeCloseTo(along * Math.cos(turned), 4);
      expect(y).toBeCloseTo(along * Math.sin(turned), 4);
      expect(along).toBeLessThanOrEqual(1);
    }
    expect([data.count, data.classes]).toEqual([300, 3]);
  });
});

describe('toy sets', () => {
  const bits = (data: Dataset) => Array.from(new Uint32Array(data.inputs.slice().buffer));

  it('repeat for a seed and differ between seeds', () => {
    for (const make of [circles, spirals]) {
      expect(bits(make())).toEqual(bits(make({ seed: 0 })));
      expect(bits(make({ seed: 1 }))).toEqual(bits(make({ seed: 1 })));
      expect(bits(make({ seed: 1 }))).not.toEqual(bits(make({ seed: 2 })));
    }
  });

  it('have the bits they always had, on every engine', () => {
    expect(bits(circles({ count: 2 }))).toEqual([1061753730, 3204960982, 3205339205, 3202200481]);
    expect(bits(spirals({ count: 2 }))).toEqual([3205304834, 1060578551, 1065181480, 3188676046]);
  });

  it('have no more points for a smaller count than the first of a larger one', () => {
    expect(bits(circles({ count: 50 }).take(10))).toEqual(bits(circles({ count: 10 })));
  });

  it('refuse options that cannot be', () => {
    const range = (call: () => unknown, ...says: string[]) =>
      expectLesson(call, { type: OutOfRangeError, code: 'OUT_OF_RANGE', says });
    range(() => circles({ count: 0 }), 'circles: count', 'a whole number from 1', 'got 0');
    range(() => circles({ noise: -1 }), 'circles: noise', 'got -1');
    range(() => circles({ noise: Number.NaN }), 'circles: noise', 'got NaN');
    range(() => spirals({ seed: 1.5 }), 'spirals: seed', 'got 1.5');
    range(() => spirals({ turns: 0 }), 'spirals: turns', 'above 0', 'got 0');
    range(() => spirals({ classes: 0 }), 'spirals: classes', 'got 0');
    const says = ['circles', "got 'nose'", 'Did you mean noise?'];
    expectLesson(() => circles({ nose: 1 } as never), { type: ArgumentError, code: 'ARGUMENT', says });
  });
});
