// Types of what files of one's own become.
import {
  type CsvData,
  dataset,
  imageInput,
  minMax,
  type NpyArray,
  type Picture,
  parseCsv,
  parseNpy,
  parseNpz,
  xor,
} from 'glassbox-nn/data';
import { describe, expectTypeOf, it } from 'vitest';

declare const bytes: Uint8Array;
declare const canvas: { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number };

describe('parsers', () => {
  it('give what a data set takes', () => {
    expectTypeOf(parseCsv('')).toEqualTypeOf<CsvData>();
    expectTypeOf(parseCsv).returns.toExtend<Parameters<typeof dataset>[0]>();
    expectTypeOf(parseNpy(bytes)).toEqualTypeOf<NpyArray>();
    expectTypeOf(parseNpz(bytes)).resolves.toEqualTypeOf<Readonly<Record<string, NpyArray>>>();
    const use = (array: NpyArray) => dataset({ inputs: array.data, width: 2, labels: array.data });
    expectTypeOf(use).toBeFunction();
  });

  it('tell by its type what an array holds', () => {
    const pixels = (array: NpyArray) => (array.type === 'uint8' ? array.data : undefined);
    expectTypeOf(pixels).returns.toEqualTypeOf<Uint8Array | undefined>();
    const wholes = (array: NpyArray) => (array.type === 'int64' ? array.data : undefined);
    expectTypeOf(wholes).returns.toEqualTypeOf<Float64Array | undefined>();
  });

  it('take columns by name or place', () => {
    const wrong = () => {
      // @ts-expect-error: a column is a name or a number
      parseCsv('', { label: true });
      // @ts-expect-error: bytes are decoded first
      parseCsv(bytes);
      // @ts-expect-error: a misspelt option
      parseCsv('', { lable: 'name' });
    };
    expectTypeOf(wrong).toBeFunction();
  });
});

describe('imageInput', () => {
  it('takes what a canvas gives', () => {
    expectTypeOf(canvas).toExtend<Picture>();
    expectTypeOf(imageInput(canvas, { width: 28, height: 28, channels: 3 })).toEqualTypeOf<Float32Array>();
    const wrong = () => {
      // @ts-expect-error: grey or three colours
      imageInput(canvas, { channels: 4 });
      // @ts-expect-error: numbers
      imageInput({ data: ['0'], width: 1, height: 1 });
    };
    expectTypeOf(wrong).toBeFunction();
  });
});

describe('a scaling', () => {
  it('is discriminated by its kind', () => {
    expectTypeOf(minMax(xor()).kind).toEqualTypeOf<'minMax'>();
    expectTypeOf(minMax(xor()).minimums).toEqualTypeOf<Float64Array>();
  });
});
