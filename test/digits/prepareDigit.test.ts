// Pictures of all kinds in MNIST's form, and what is no picture.
import { type Dataset, mnist } from 'glassbox-nn/data';
import { type Picture, prepareDigit } from 'glassbox-nn/digits';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectRefusal } from '../support/refusals.js';
import { trainingDigits } from '../support/trainingDigits.js';

let digits: Dataset;
beforeAll(async () => {
  const { images, labels } = await trainingDigits(500);
  digits = mnist(images, labels);
});

/** How many of the digits come out as they went in, once `change` has made a picture of each. */
function unchanged(change: (pixels: Float32Array) => Picture): number {
  let same = 0;
  for (const { input } of digits) {
    const prepared = prepareDigit(change(input));
    if (input.every((pixel, index) => Math.abs(pixel - (prepared[index] as number)) < 0.05)) same++;
  }
  return same;
}

const field = (data: ArrayLike<number>): Picture => ({ data, width: 28, height: 28 });
const bytes = (pixels: Float32Array) => Uint8Array.from(pixels, (pixel) => Math.round(255 * pixel));
const rgba = (pixels: Float32Array, pixel: (ink: number) => number[]) => Uint8ClampedArray.from([...pixels].flatMap(pixel));

// Four in five: those whose strokes are of the usual widths.
describe('prepareDigit gives the digits of MNIST back', () => {
  it.each<[string, (pixels: Float32Array) => Picture]>([
    ['as floats', field],
    ['as plain numbers', (pixels) => field([...pixels])],
    ['as bytes', (pixels) => field(bytes(pixels))],
    ['as 16 bits', (pixels) => field(Uint16Array.from(pixels, (pixel) => Math.round(65535 * pixel)))],
    ['dark on light', (pixels) => field(pixels.map((pixel) => 1 - pixel))],
    ['grey on grey', (pixels) => field(pixels.map((pixel) => 0.3 + 0.4 * pixel))],
    ['as RGB', (pixels) => field(Uint8Array.from([...bytes(pixels)].flatMap((byte) => [byte, byte, byte])))],
    ['as RGBA, opaque', (pixels) => field(rgba(pixels, (ink) => [255 * ink, 255 * ink, 255 * ink, 255]))],
    ['as blue ink on white', (pixels) => field(rgba(pixels, (ink) => [255 - 255 * ink, 255 - 255 * ink, 255, 255]))],
    ['as black ink on nothing', (pixels) => field(rgba(pixels, (ink) => [0, 0, 0, 255 * ink]))],
    ['as white ink on nothing', (pixels) => field(rgba(pixels, (ink) => [255, 255, 255, 255 * ink]))],
    ['as grey and alpha', (pixels) => field(Float32Array.from([...pixels].flatMap((ink) => [0.2, ink])))],
    ['in the corner of a larger picture', (pixels) => inCorner(pixels, 100, 60)],
    ['as a white card on nothing', (pixels) => onCard(pixels)],
  ])('%s', (_, change) => {
    expect(unchanged(change)).toBeGreaterThanOrEqual(390);
  });
});

function inCorner(pixels: Float32Array, width: number, height: number): Picture {
  const data = new Float32Array(width * height);
  for (let row = 0; row < 28; row++)
    data.set(pixels.subarray(28 * row, 28 * row + 28), (height - 28 + row) * width + width - 28);
  return { data, width, height };
}

/** Black ink on white paper, which lies on nothing. */
function onCard(pixels: Float32Array): Picture {
  const side = 40;
  const data = new Uint8ClampedArray(4 * side * side);
  for (let row = 0; row < 28; row++) {
    for (let column = 0; column < 28; column++) {
      const grey = 255 - 255 * (pixels[28 * row + column] as number);
      data.set([grey, grey, grey, 255], 4 * ((row + 6) * side + column + 6));
    }
  }
  return { data, width: side, height: side };
}

describe('prepareDigit', () => {
  const disc = (side: number, radius: number) => {
    const data = new Uint8Array(side * side);
    for (let row = 0; row < side; row++) {
      for (let column = 0; column < side; column++) {
        if (Math.hypot(row - side / 2, column - side / 2) < radius) data[row * side + column] = 255;
      }
    }
    return { data, width: side, height: side };
  };

  const ring = (side: number, radius: number, thickness: number) => {
    const [outer, inner] = [disc(side, radius), disc(side, radius - thickness)];
    return { ...outer, data: outer.data.map((byte, index) => byte - (inner.data[index] as number)) };
  };

  it('makes the same of a shape whatever its size', () => {
    const small = prepareDigit(ring(200, 60, 15));
    const large = prepareDigit(ring(900, 400, 100));
    for (const [index, pixel] of small.entries()) expect(Math.abs(pixel - (large[index] as number))).toBeLessThan(0.25);
  });

  it('brings strokes much thinner or thicker than those of MNIST to its usual widths', () => {
    for (const thickness of [1, 4, 10, 20, 40]) {
      const ink = prepareDigit(ring(240, 100, thickness)).reduce((sum, pixel) => sum + pixel);
      // A ring of 20 pixels, of strokes nearly as wide as MNIST's, which are from 1.8 to 3.8 of them.
      expect(ink).toBeGreaterThan(Math.PI * 18 * 1.75);
      expect(ink).toBeLessThan(Math.PI * 16.2 * 4);
    }
  });

  it('passes over the noise of a photograph', () => {
    const clean = inCorner(digits.example(0).input, 80, 80);
    const noisy = Float32Array.from(clean.data, (pixel, index) => 0.75 - 0.5 * pixel + 0.06 * Math.sin(index * index));
    const [prepared, right] = [prepareDigit({ ...clean, data: noisy }), prepareDigit(clean)];
    expect(prepared[0]).toBe(0);
    const apart = right.map((pixel, index) => Math.abs(pixel - (prepared[index] as number)));
    expect(apart.reduce((sum, distance) => sum + distance) / 784).toBeLessThan(0.025);
  });

  it('reads fields that a picture inherits, as the ImageData of a browser does', () => {
    const [{ input }] = digits;
    class Image implements Picture {
      get data() {
        return input;
      }
      get width() {
        return 28;
      }
      get height() {
        return 28;
      }
    }
    expect(prepareDigit(new Image())).toEqual(prepareDigit(field(input)));
  });

  it('leaves the picture as it is', () => {
    const data = Float32Array.from([...digits.example(3).input].flatMap((ink) => [ink, ink, ink, 0.5]));
    const before = data.slice();
    prepareDigit(field(data));
    expect(data).toEqual(before);
  });

  it('gives all 0 where there is nothing, or a speck', () => {
    const blank = new Float32Array(784);
    expect(prepareDigit(field(new Uint8Array(784).fill(255)))).toEqual(blank);
    expect(prepareDigit(field(new Float32Array(784)))).toEqual(blank);
    expect(prepareDigit(field(new Uint8ClampedArray(4 * 784)))).toEqual(blank);
    expect(prepareDigit(field(rgba(digits.example(0).input, (ink) => [255 * ink, 0, 0, 0])))).toEqual(blank);
    expect(prepareDigit({ data: [0.5], width: 1, height: 1 })).toEqual(blank);
    expect(prepareDigit(disc(30, 1.5))).toEqual(blank);
    expect(prepareDigit(field(new Float32Array(784).map((_, index) => 0.5 + 0.01 * Math.sin(index))))).toEqual(blank);
  });

  it('sees colours as bright as imageInput does, by the luma of BT.601', () => {
    // Full green is as bright as this grey, and would be brighter by other weights.
    const green = rgba(digits.example(0).input, (ink) => (ink > 0.5 ? [0, 255, 0, 255] : [150, 150, 150, 255]));
    expect(prepareDigit(field(green))).toEqual(new Float32Array(784));
  });

  it('takes a picture of one column, and one of one row, in which no digit can lie', () => {
    const row = Uint8Array.from({ length: 40 }, (_, index) => (index > 9 && index < 20 ? 255 : 0));
    const standing = prepareDigit({ data: row, width: 1, height: 40 });
    expect(standing.filter((pixel) => pixel > 0.9).length).toBeGreaterThan(15);
    expect(prepareDigit({ data: row, width: 40, height: 1 })).toEqual(new Float32Array(784));
  });

  it('gives all 0 for dots, blots and dashes of any size, and for more than one digit', () => {
    const blank = new Float32Array(784);
    for (const radius of [2, 6, 20, 90]) expect(prepareDigit(disc(280, radius))).toEqual(blank);
    const dash = new Uint8Array(10_000);
    for (let row = 46; row < 54; row++) dash.fill(255, 100 * row + 20, 100 * row + 80);
    expect(prepareDigit({ data: dash, width: 100, height: 100 })).toEqual(blank);
    const digit = inCorner(digits.example(0).input, 28, 28).data;
    const two = new Float32Array(28 * 60);
    for (let pixel = 0; pixel < 784; pixel++) {
      for (const left of [1, 31]) two[60 * Math.floor(pixel / 28) + left + (pixel % 28)] = digit[pixel] as number;
    }
    expect(prepareDigit({ data: two, width: 60, height: 28 })).toEqual(blank);
  });

  it('takes millions of pixels', () => {
    expect(prepareDigit(ring(3000, 1000, 200)).some((pixel) => pixel === 1)).toBe(true);
  });
});

describe('prepareDigit refuses', () => {
  const refused = (picture: unknown, kind: Parameters<typeof expectRefusal>[1], ...words: string[]) =>
    expectRefusal(() => prepareDigit(picture as Picture), kind, ...words);

  it('what is no picture, and says what is', async () => {
    for (const nothing of [undefined, null, 7, 'seven', {}, () => 7]) await refused(nothing, 'ArgumentError', 'getImageData');
    await refused([0, 1, 0, 1], 'ArgumentError', '{ data, width, height }');
    await refused(new Float32Array(784), 'ArgumentError', '{ data, width, height }');
    await refused({ data: null, width: 1, height: 1 }, 'ArgumentError', 'picture.data');
    await refused({ data: [1n], width: 1, height: 1 }, 'ArgumentError', 'picture.data[0]', '1n');
    await refused({ data: new DataView(new ArrayBuffer(4)), width: 2, height: 2 }, 'ArgumentError', 'picture.data');
  });

  it('sizes that cannot be', async () => {
    await refused({ data: [], width: 0, height: 0 }, 'OutOfRangeError', 'picture.width');
    await refused({ data: [], width: 1, height: -1 }, 'OutOfRangeError', 'picture.height');
    await refused({ data: [], width: 1.5, height: 1 }, 'OutOfRangeError', 'picture.width');
    await refused({ data: [], width: '28', height: 28 }, 'ArgumentError', "'28'");
    await refused({ data: new Uint8Array(783), width: 28, height: 28 }, 'ShapeError', '783', 'RGBA');
    await refused({ data: new Uint8Array(784 * 5), width: 28, height: 28 }, 'ShapeError', '3920');
    await refused({ data: { length: 2 ** 40 }, width: 2 ** 20, height: 2 ** 20 }, 'LimitError', 'Scale it down');
  });

  it('numbers that are none, or too large (case 15)', async () => {
    await refused({ data: [0, Number.NaN], width: 2, height: 1 }, 'NumericError', 'picture.data[1]', 'NaN');
    await refused({ data: [0, Number.POSITIVE_INFINITY], width: 2, height: 1 }, 'NumericError', 'Infinity');
    await refused({ data: [0, 128], width: 2, height: 1 }, 'OutOfRangeError', 'picture.data[1]', '128', 'Uint8Array');
    await refused({ data: [0, -0.1], width: 2, height: 1 }, 'OutOfRangeError', '-0.1');
  });

  it('memory that was transferred away (case 19)', async () => {
    const data = new Uint8Array(784);
    structuredClone(data, { transfer: [data.buffer] });
    await refused(field(data), 'ArgumentError', 'transferred');
  });
});
