// Pictures as text for terminals of every kind.
import { Layer } from 'glassbox-nn';
import { digitPicture, type Picture, toTerminal, weightsPicture } from 'glassbox-nn/pictures';
import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../support/refusals.js';

/** With ESC for the character that begins a sequence. */
const visible = (text: string) => text.replaceAll('\u001b', 'ESC');

/** What is seen: without sequences. */
const seen = (text: string) => visible(text).replaceAll(/ESC\[[0-9;]*m/g, '');

describe('a picture in a terminal', () => {
  const picture = digitPicture([1, 0, 0, 1, 1, 1], { width: 2 });

  it('is made of half blocks of two colours each', () => {
    expect(visible(toTerminal(picture, { colours: 'rgb' }))).toBe(
      'ESC[38;2;255;255;255;48;2;0;0;0m\u2580ESC[38;2;0;0;0;48;2;255;255;255m\u2580ESC[0m\nESC[38;2;255;255;255;48;2;0;0;0m\u2580\u2580ESC[0m',
    );
  });

  it('has the nearest of 256 colours where there are no more', () => {
    expect(visible(toTerminal(picture, { colours: '256' }))).toMatch(/^ESC\[38;5;231;48;5;16m\u2580/);
    const layer = new Layer(1, 1);
    layer.weights.set([1]);
    expect(visible(toTerminal(weightsPicture(layer, 0, { cell: 1 }), { colours: '256' }))).toContain('38;5;77;');
    expect(visible(toTerminal(digitPicture([0.5]), { colours: '256' }))).toContain('38;5;244;');
  });

  it('is plain characters where there are none (case 137)', () => {
    expect(toTerminal(picture)).toBe('++\n++');
    expect(toTerminal(digitPicture([1, 0, 1, 0]))).toBe('@ ');
  });

  it('tells signs apart without colours', () => {
    const layer = new Layer(8, 1);
    layer.weights.set([1, 0.4, 0, -0.4, 1, 0.4, 0, -1]);
    expect(toTerminal(weightsPicture(layer, 0, { width: 4, cell: 1 }))).toBe('#+ =');
    expect(toTerminal(weightsPicture(layer, 0, { width: 1, cell: 1, theme: 'grey', scale: 1 }))).toBe('#\n-\n#\n=');
  });

  it.each([200, 80, 28, 27, 20, 9, 1])('keeps to %i columns (case 137)', (columns) => {
    const digit = digitPicture(Float32Array.from({ length: 784 }, (_, index) => (index % 5) / 4));
    for (const colours of ['rgb', '256', 'none'] as const) {
      const lines = toTerminal(digit, { columns, colours }).split('\n').map(seen);
      expect(new Set(lines.map(({ length }) => length))).toEqual(new Set([Math.min(28, columns)]));
      expect(lines).toHaveLength(Math.ceil(Math.min(28, columns) / 2));
    }
  });

  it('lets no title move the cursor or ring the bell (case 136)', () => {
    const hostile: Picture = { ...picture, title: 'a\u001b[2Jb\u0007\u009bc\r\nd' };
    expect(toTerminal(hostile, { title: true }).split('\n')[0]).toBe('a?[2Jb??c??d');
    expect(toTerminal(hostile, { title: true, columns: 5 }).split('\n')[0]).toBe('a?[2J');
  });

  it('is refused where it is none, or the terminal cannot be', async () => {
    await expectRefusal(() => toTerminal({} as never), 'ArgumentError', 'a picture');
    await expectRefusal(() => toTerminal({ ...picture, width: 3 }), 'ShapeError', '36 bytes', '24');
    await expectRefusal(() => toTerminal({ ...picture, width: 2 ** 20, height: 2 ** 20 }), 'LimitError');
    await expectRefusal(() => toTerminal(picture, { columns: 0 }), 'OutOfRangeError', 'columns');
    await expectRefusal(() => toTerminal(picture, { colours: '16' as never }), 'ArgumentError', "'rgb', '256' or 'none'");
    await expectRefusal(() => toTerminal(picture, { colors: 'rgb' } as never), 'ArgumentError', 'colours');
  });
});
