// Numbers as the pixels of a grid.
import { describe, expect, it } from 'vitest';
import { gridImage } from '../../playground/src/model/gridImage.js';
import { palettes } from '../../playground/src/model/palettes.js';

const theme = palettes.dark;
const shades = (value: number) => {
  const { data } = gridImage([value, 1], { width: 2, cell: 8, signed: true, theme });
  const cell = Array.from({ length: 64 }, (_, at) =>
    data
      .subarray(((at >> 3) * 16 + (at & 7)) * 4)
      .slice(0, 3)
      .join(),
  );
  return new Set(cell);
};

describe('a grid', () => {
  it('tells the sign of a number by a stripe too, not by its colour alone', () => {
    expect(shades(1)).toEqual(new Set([theme.positive.join()]));
    expect(shades(-1).size).toBe(2);
    expect(shades(0)).toEqual(new Set([theme.zero.join()]));
  });

  it('shows brightnesses from black to white', () => {
    const { data, width, height } = gridImage([0, 1, 0.5, 2], { width: 2, cell: 1, signed: false, scale: 1, theme });
    expect([width, height]).toEqual([2, 2]);
    expect([...data]).toEqual([0, 0, 0, 255, 255, 255, 255, 255, 128, 128, 128, 255, 255, 255, 255, 255]);
  });
});
