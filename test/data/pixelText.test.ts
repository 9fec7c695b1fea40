// Pictures as text, there and back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packPixels } from '../../scripts/packPixels.js';
import { numbersOf } from '../../src/data/characters.js';
import { LEVELS, LONGEST_RUN, unpackPixels } from '../../src/data/pixelText.js';
import { thrownBy } from '../support/thrownBy.js';

describe('pixel text', () => {
  it('gives back every brightness to within half a step', () => {
    const bytes = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 255 })), { maxLength: 200 });
    fc.assert(
      fc.property(bytes, (pixels) => {
        const back = unpackPixels(packPixels(pixels), pixels.length);
        for (const [index, pixel] of pixels.entries()) expect(Math.abs((back[index] as number) - pixel)).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('keeps black and white exactly, and runs of any length', () => {
    for (let dark = 0; dark <= 2 * LONGEST_RUN + 3; dark++) {
      const pixels = [255, ...new Array(dark).fill(0), 255];
      expect([...unpackPixels(packPixels(pixels), pixels.length)]).toEqual(pixels);
    }
  });

  it('is shorter than the pixels are', () => {
    expect(packPixels(new Array(LONGEST_RUN * 10).fill(0)).length).toBe(10);
    expect(packPixels([255, 255])).toBe('##');
    expect(numbersOf('0#')).toEqual(Uint8Array.of(0, LEVELS - 1));
  });

  it('refuses text that is cut off, or that it did not write', () => {
    expect(thrownBy(() => unpackPixels('##', 3))).toMatchObject({
      code: 'FORMAT',
      message: expect.stringContaining('3 pixels, got 2'),
    });
    expect(thrownBy(() => unpackPixels('#`', 2))).toMatchObject({
      code: 'FORMAT',
      message: expect.stringContaining("got '`'"),
    });
  });
});
