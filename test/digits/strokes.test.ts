// Drawings as strokes of a pen, and what is none.
import { prepareDigit, recognize, type Strokes } from 'glassbox-nn/digits';
import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../support/refusals.js';
import { type Drawing, drawings } from './drawings.js';

const blank = new Float32Array(784);

describe('prepareDigit of strokes', () => {
  it('makes the same of a drawing whatever its size and place', () => {
    for (const { strokes } of drawings) {
      const far = strokes.map((stroke) => stroke.map(({ x, y }) => ({ x: 1e6 + 3 * x, y: 3 * y - 500 })));
      const tiny = strokes.map((stroke) => stroke.map(({ x, y }) => ({ x: x / 2 ** 20, y: y / 2 ** 20 })));
      const right = prepareDigit(strokes);
      for (const other of [far, tiny]) {
        for (const [index, pixel] of prepareDigit(other).entries())
          expect(Math.abs(pixel - (right[index] as number))).toBeLessThan(0.01);
      }
    }
  });

  it('draws as thick as the digits of MNIST, which fill a tenth to a fifth of their field', () => {
    for (const { digit, strokes } of drawings) {
      const ink = prepareDigit(strokes).reduce((sum, pixel) => sum + pixel);
      expect(ink).toBeGreaterThan(digit === 1 ? 40 : 70);
      expect(ink).toBeLessThan(160);
    }
  });

  it('keeps to 20 pixels of the 28', () => {
    for (const { strokes } of drawings) {
      const pixels = prepareDigit(strokes);
      const rows = new Set(
        [...pixels.keys()].filter((index) => (pixels[index] as number) > 0.05).map((index) => Math.floor(index / 28)),
      );
      expect(rows.size).toBeGreaterThanOrEqual(19);
      expect(rows.size).toBeLessThanOrEqual(20);
    }
  });

  it('joins points far apart, and does not join strokes', () => {
    const joined = prepareDigit([
      [
        { x: 0, y: 0 },
        { x: 0, y: 100 },
      ],
    ]);
    const parted = prepareDigit([[{ x: 0, y: 0 }], [{ x: 0, y: 100 }]]);
    expect(joined[14 * 28 + 14]).toBe(1);
    expect(parted[14 * 28 + 14]).toBe(0);
    expect(parted.some((pixel) => pixel > 0.9)).toBe(true);
  });

  it('gives all 0 for no strokes, empty ones, and points in one place', () => {
    for (const strokes of [
      [],
      [[]],
      [[], []],
      [[{ x: 5, y: 5 }]],
      [
        [
          { x: 5, y: 5 },
          { x: 5, y: 5 },
        ],
        [{ x: 5, y: 5 }],
      ],
    ]) {
      expect(prepareDigit(strokes)).toEqual(blank);
    }
  });

  it('takes a tap for a dot once the least length of a digit is given, and not before', () => {
    const tap = [
      [
        { x: 5, y: 5 },
        { x: 5 + 1e-6, y: 5 },
      ],
    ];
    expect(prepareDigit(tap, { least: 0.5 })).toEqual(blank);
    expect(recognize(tap, { least: 0.5 }).digit).toBeUndefined();
    expect(prepareDigit(tap)).not.toEqual(blank);
    for (const { strokes } of drawings) expect(prepareDigit(strokes, { least: 50 })).toEqual(prepareDigit(strokes));
    expect(prepareDigit((drawings[0] as Drawing).strokes, { least: 85 })).toEqual(blank);
  });

  it('takes a scribble of as many points as there may be, which is a blot and no digit', () => {
    const scribble = [Array.from({ length: 4999 }, (_, index) => ({ x: (index * 7919) % 997, y: (index * 104729) % 991 }))];
    expect(prepareDigit(scribble)).toEqual(blank);
  });
});

describe('prepareDigit refuses strokes', () => {
  const refused = (strokes: unknown, kind: Parameters<typeof expectRefusal>[1], ...words: string[]) =>
    expectRefusal(() => prepareDigit(strokes as Strokes), kind, ...words);

  it('of what is no point, and tells where', async () => {
    await refused(
      [
        [
          { x: 1, y: 2 },
          { x: Number.NaN, y: 2 },
        ],
      ],
      'OutOfRangeError',
      'strokes[0][1].x',
      'NaN',
    );
    await refused([[{ x: 1, y: Number.POSITIVE_INFINITY }]], 'OutOfRangeError', 'strokes[0][0].y');
    await refused([[{ x: 1, y: '2' }]], 'ArgumentError', "'2'");
    await refused([[{ x: 1 }]], 'ArgumentError', 'strokes[0][0].y', 'undefined');
    await refused([[[1, 2]]], 'ArgumentError', 'strokes[0][0].x');
    await refused([[null]], 'ArgumentError', 'strokes[0][0]');
    await refused([[{ x: 1, y: 2 }], 7], 'ArgumentError', 'strokes[1]');
  });

  it('and a least length that cannot be (case 10)', async () => {
    await expectRefusal(() => prepareDigit([], { least: -1 }), 'OutOfRangeError', 'prepareDigit: least', '-1');
    await expectRefusal(() => recognize([], { least: '5' as never }), 'ArgumentError', 'recognize: least', "'5'");
    await expectRefusal(() => prepareDigit([], { lest: 5 } as never), 'ArgumentError', 'Did you mean least?');
  });

  it('that are a single one not in an array of its own', async () => {
    await refused(
      [
        { x: 1, y: 2 },
        { x: 3, y: 4 },
      ],
      'ArgumentError',
      '[stroke]',
    );
  });

  it('of more points than a hand draws', async () => {
    await refused([new Array(5001).fill({ x: 0, y: 0 })], 'LimitError', '5000');
    await refused([[{ x: 0, y: 0 }], new Array(2 ** 31)], 'LimitError', '5000');
    await refused(new Array(5001).fill([]), 'LimitError', '5000');
    const point = [{ x: 0, y: 0 }];
    await refused(new Array(2501).fill(point), 'LimitError', '5001');
    expect(prepareDigit(new Array(2500).fill(point))).toEqual(blank);
  });
});
