// The brush, noise and scribbles.
import { describe, expect, it } from 'vitest';
import { brushLine } from '../../playground/src/model/brush.js';
import { noise, scribble } from '../../playground/src/model/scribbles.js';

const pen = { radius: 1, erases: false };
const middle = { x: 4.5, y: 4.5 };

describe('the brush', () => {
  it('fills what lies inside, leaves what lies outside, and greys the edge', () => {
    const pixels = new Float32Array(81);
    brushLine(pixels, 9, middle, middle, pen);
    const row = [...pixels.subarray(36, 45)];
    expect(row).toEqual([0, 0, 0, 0.5, 1, 0.5, 0, 0, 0]);
  });

  it('draws all along a line, and drawing it twice changes nothing', () => {
    const pixels = new Float32Array(81);
    const draw = () => brushLine(pixels, 9, { x: 0.5, y: 4.5 }, { x: 8.5, y: 4.5 }, pen);
    draw();
    const once = pixels.slice();
    draw();
    expect([...once.subarray(36, 45)]).toEqual(Array(9).fill(1));
    expect(pixels).toEqual(once);
  });

  it('takes ink away as an eraser', () => {
    const pixels = new Float32Array(81).fill(1);
    brushLine(pixels, 9, middle, middle, { radius: 1, erases: true });
    expect([...pixels.subarray(36, 45)]).toEqual([1, 1, 1, 0.5, 0, 0.5, 1, 1, 1]);
  });

  it('may leave the field', () => {
    const pixels = new Float32Array(81);
    brushLine(pixels, 9, { x: -20, y: -20 }, { x: 30, y: 30 }, pen);
    expect(pixels[40]).toBe(1);
    expect(pixels[8]).toBe(0);
  });
});

describe('noise and scribbles', () => {
  it('are the same for the same seed, others for another, and stay between 0 and 1', () => {
    for (const draw of [noise, scribble]) {
      expect(draw(28, 3)).toEqual(draw(28, 3));
      expect(draw(28, 3)).not.toEqual(draw(28, 4));
      expect(draw(28, 3).every((value) => value >= 0 && value <= 1)).toBe(true);
      expect(draw(28, 3).some((value) => value > 0.5)).toBe(true);
    }
  });
});
