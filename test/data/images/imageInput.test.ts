// Pictures of any size as inputs: against a plain reference, and how bad pictures are refused.
import fc from 'fast-check';
import { ArgumentError, LimitError, OutOfRangeError, ShapeError } from 'glassbox-nn';
import { imageInput, mnist } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { trainingDigits } from '../../support/trainingDigits.js';
import { expectLesson } from '../teaches.js';

/** The mean grey of the area under each new pixel, by cutting the picture into small parts. */
function areaMean(data: Uint8Array, width: number, height: number, to: readonly [number, number]): number[] {
  // Each old pixel is cut into as many parts as there are new ones, so that every part lies in one new pixel.
  const means: number[] = new Array(to[0] * to[1]).fill(0);
  for (let y = 0; y < height * to[1]; y++) {
    for (let x = 0; x < width * to[0]; x++) {
      const value = data[Math.floor(y / to[1]) * width + Math.floor(x / to[0])] as number;
      const place = Math.floor(y / height) * to[0] + Math.floor(x / width);
      means[place] = (means[place] as number) + value / 255 / (width * height);
    }
  }
  return means;
}

const pictures = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .chain(([width, height]) =>
    fc.uint8Array({ minLength: width * height, maxLength: width * height }).map((data) => ({ data, width, height })),
  );

describe('imageInput', () => {
  it('is byte / 255 where nothing is to be done, to the bit', () => {
    const data = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const expected = Float32Array.from(data, (byte) => byte / 255);
    const size = { width: 16, height: 16 };
    expect(imageInput({ data, ...size })).toEqual(expected);
    expect(imageInput({ data, ...size }, size)).toEqual(expected);
    for (const depth of [2, 3, 4]) {
      const opaque = (index: number) => depth % 2 === 0 && index % depth === depth - 1;
      const deep = Uint8ClampedArray.from({ length: 256 * depth }, (_, i) => (opaque(i) ? 255 : Math.floor(i / depth)));
      expect(imageInput({ data: deep, ...size })).toEqual(expected);
    }
  });

  it('takes the mean of what a new pixel covers, where sides shrink', () => {
    fc.assert(
      fc.property(pictures, fc.nat(8), fc.nat(8), ({ data, width, height }, dx, dy) => {
        const to = [Math.max(1, width - dx), Math.max(1, height - dy)] as const;
        const input = imageInput({ data, width, height }, { width: to[0], height: to[1] });
        areaMean(data, width, height, to).forEach((mean, place) => {
          expect(input[place]).toBeCloseTo(mean, 5);
        });
      }),
    );
  });

  it('goes straight from pixel to pixel where sides grow', () => {
    const row = { data: Uint8Array.of(0, 255), width: 2, height: 1 };
    // Centres at 0.5 and 1.5 of the old picture; beyond them the outermost pixel stands.
    expect(imageInput(row, { width: 4 })).toEqual(Float32Array.of(0, 0.25, 0.75, 1));
    expect(imageInput(row, { width: 3 })).toEqual(Float32Array.of(0, 0.5, 1));
    expect(imageInput({ data: Uint8Array.of(51), width: 1, height: 1 }, { width: 3, height: 2 })).toEqual(
      new Float32Array(6).fill(0.2),
    );
  });

  it('treats both sides alike, and each by itself', () => {
    fc.assert(
      fc.property(pictures, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (picture, toWidth, toHeight) => {
        const { data, width, height } = picture;
        const turned = Uint8Array.from(data, (_, i) => data[(i % height) * width + Math.floor(i / height)] as number);
        const input = imageInput(picture, { width: toWidth, height: toHeight });
        const back = imageInput({ data: turned, width: height, height: width }, { width: toHeight, height: toWidth });
        input.forEach((value, i) => {
          const place = (i % toWidth) * toHeight + Math.floor(i / toWidth);
          expect(back[place]).toBeCloseTo(value, 5);
        });
        expect(input.every((value) => value >= 0 && value <= 1)).toBe(true);
      }),
    );
  });

  it('makes grey by luma, 0.299 red + 0.587 green + 0.114 blue', () => {
    const data = Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 10, 20, 30);
    const grey = [0.299, 0.587, 0.114, (10 * 0.299 + 20 * 0.587 + 30 * 0.114) / 255];
    imageInput({ data, width: 4, height: 1 }).forEach((value, i) => {
      expect(value).toBeCloseTo(grey[i] as number, 6);
    });
  });

  it('gives three channels, of grey pictures three alike', () => {
    const colours = { data: Uint8Array.of(255, 51, 0, 0, 0, 255), width: 2, height: 1 };
    expect(imageInput(colours, { channels: 3 })).toEqual(Float32Array.of(1, 0.2, 0, 0, 0, 1));
    expect(imageInput(colours, { channels: 3, width: 1 })).toEqual(Float32Array.of(0.5, 0.1, 0.5));
    expect(imageInput({ data: Uint8Array.of(51), width: 1, height: 1 }, { channels: 3 })).toEqual(
      Float32Array.of(0.2, 0.2, 0.2),
    );
  });

  it('lays transparency on the background, before it inverts', () => {
    const clear = { data: Uint8Array.of(0, 0, 0, 0), width: 1, height: 1 };
    expect(imageInput(clear)).toEqual(Float32Array.of(1));
    expect(imageInput(clear, { background: 0 })).toEqual(Float32Array.of(0));
    expect(imageInput(clear, { invert: true })).toEqual(Float32Array.of(0));
    expect(imageInput(clear, { channels: 3, background: [0.5, 0, 1] })).toEqual(Float32Array.of(0.5, 0, 1));
    const half = { data: Uint8Array.of(255, 51), width: 1, height: 1 };
    expect(imageInput(half, { background: 0 })).toEqual(Float32Array.of(0.2));
  });

  it('lets no colour of a transparent pixel bleed into its neighbours', () => {
    const data = Uint8Array.of(255, 0, 0, 0, 0, 0, 0, 255);
    expect(imageInput({ data, width: 2, height: 1 }, { width: 1, background: 0 })).toEqual(Float32Array.of(0));
  });

  it('reads a digit that another program would show four times as large, inverted and transparent', async () => {
    const { images, labels } = await trainingDigits(20);
    for (const { input } of mnist(images, labels)) {
      const data = new Uint8ClampedArray(112 * 112 * 4);
      for (let pixel = 0; pixel < 112 * 112; pixel++) {
        const ink = input[Math.floor(pixel / 448) * 28 + (Math.floor(pixel / 4) % 28)] as number;
        data[pixel * 4 + 3] = Math.round(ink * 255);
      }
      const read = imageInput({ data, width: 112, height: 112 }, { width: 28, height: 28, invert: true });
      read.forEach((value, i) => {
        expect(value).toBeCloseTo(input[i] as number, 5);
      });
    }
  });

  it('reads numbers from 0 to 1 as it reads bytes, and 16 bits', () => {
    const bytes = Uint8Array.from({ length: 48 }, (_, index) => (index * 37) % 256);
    const floats = Array.from(bytes, (byte) => byte / 255);
    const size = { width: 4, height: 4 };
    const to = { width: 3, height: 5 };
    const expected = imageInput({ data: bytes, ...size }, to);
    imageInput({ data: floats, ...size }, to).forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i] as number, 6);
    });
    expect(imageInput({ data: Uint16Array.of(65535, 13107), width: 2, height: 1 })).toEqual(Float32Array.of(1, 0.2));
  });

  it('does not change the picture', () => {
    const data = Uint8Array.of(1, 2, 3, 4);
    imageInput({ data, width: 2, height: 2 }, { width: 5, invert: true });
    expect(data).toEqual(Uint8Array.of(1, 2, 3, 4));
  });
});

describe('what imageInput refuses', () => {
  const data = new Uint8Array(4);
  const image = { data, width: 2, height: 2 };
  const refuses = (picture: unknown, options: unknown, lesson: Omit<Parameters<typeof expectLesson>[1], 'code'>) => {
    const code = { ArgumentError: 'ARGUMENT', ShapeError: 'SHAPE', OutOfRangeError: 'OUT_OF_RANGE', LimitError: 'LIMIT' }[
      lesson.type.name
    ] as string;
    expectLesson(() => imageInput(picture as never, options as never), { ...lesson, code });
  };

  it('what is no picture', () => {
    for (const picture of [undefined, null, 'digit.png', 7]) {
      refuses(picture, {}, { type: ArgumentError, says: ['imageInput: image', '{ data, width, height }'] });
    }
    for (const pixels of [undefined, new DataView(new ArrayBuffer(4)), { length: '4' }]) {
      refuses({ ...image, data: pixels }, {}, { type: ArgumentError, says: ['imageInput: image.data', 'an array of numbers'] });
    }
    refuses({ ...image, data: [0, 0, 0, '0'] }, {}, { type: ArgumentError, says: ['image.data[3]', "got '0'"] });
    refuses({ ...image, data: [0, 0, 0, 255] }, {}, { type: OutOfRangeError, says: ['image.data[3]', 'come in a Uint8Array'] });
  });

  it('sizes that are none, or do not fit the bytes', () => {
    for (const width of [0, -1, 1.5, Number.NaN]) {
      refuses({ ...image, width }, {}, { type: OutOfRangeError, says: ['imageInput: image.width', `got ${width}`] });
      refuses(image, { width }, { type: OutOfRangeError, says: ['imageInput: width', `got ${width}`] });
    }
    refuses({ ...image, height: '2' }, {}, { type: ArgumentError, says: ['imageInput: image.height', "got '2'"] });
    const says = ['1, 2, 3 or 4 numbers for each of 3 x 2 pixels', 'got 4'];
    refuses({ ...image, width: 3 }, {}, { type: ShapeError, says });
    refuses({ data: new Uint8Array(20), width: 2, height: 2 }, {}, { type: ShapeError, says: ['got 20'] });
    refuses({ data: new Uint8Array(0), width: 2, height: 2 }, {}, { type: ShapeError, says: ['got 0'] });
  });

  it('an input that is too large, before it is made', () => {
    refuses(image, { width: 2 ** 31 }, { type: LimitError, says: ['imageInput: width', 'at most 4096 pixels'] });
    refuses({ ...image, width: 2 ** 31 }, {}, { type: LimitError, says: ['imageInput: image', '2147483648 x 2'] });
    refuses(image, { height: 4097 }, { type: LimitError, says: ['imageInput: height', 'got 4097'] });
  });

  it('options that cannot be (case 10)', () => {
    refuses(image, { widht: 2 }, { type: ArgumentError, says: ["got 'widht'", 'Did you mean width?'] });
    refuses(image, { channels: 4 }, { type: ArgumentError, says: ['imageInput: channels', '1 or 3', 'got 4'] });
    refuses(image, { invert: 1 }, { type: ArgumentError, says: ['imageInput: invert', 'true or false'] });
    refuses(image, { background: 255 }, { type: OutOfRangeError, says: ['imageInput: background', 'from 0 to 1', 'got 255'] });
    refuses(image, { background: [1, 1, 1] }, { type: ArgumentError, says: ['imageInput: background', 'for grey'] });
    refuses(image, { background: 'white' }, { type: ArgumentError, says: ['imageInput: background', "got 'white'"] });
  });
});
