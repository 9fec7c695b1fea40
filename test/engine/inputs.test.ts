// Where numbers lie in the core's memory, and the inputs of a data set there: all of them, or those that are not 0.
import fc from 'fast-check';
import { Dataset } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { checkInputs } from '../../src/data/checkDataset.js';
import { makeCore } from '../../src/engine/core.js';
import { type PlacedInputs, placeInputs, writeInputs } from '../../src/engine/inputs.js';
import { Places } from '../../src/engine/record.js';
import { expectRefusal } from '../support/refusals.js';

const KINDS = ['denseFloats', 'denseBytes', 'sparseFloats', 'sparseBytes'];

function dataOf(inputs: Uint8Array | Float32Array, width: number, scale = 1): Dataset {
  const count = inputs.length / width;
  const labels = new Int32Array(count);
  return new Dataset({
    ...{ inputs, width, scale, count, labels },
    ...{ targets: undefined, targetWidth: 2, classes: 2, classNames: undefined },
  });
}

describe('places', () => {
  it('start where a cache line does, and never overlap', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.array(fc.nat(1000)), (start, sizes) => {
        const places = new Places(start);
        let free = start;
        for (const bytes of sizes) {
          const place = places.take(bytes);
          expect(place % 64).toBe(0);
          expect(place).toBeGreaterThanOrEqual(free);
          free = place + bytes;
          expect(places.end).toBeGreaterThanOrEqual(free);
        }
      }),
    );
  });

  it('are counted beyond the 4 GiB that a memory can have, so that too large a work is refused', () => {
    const places = new Places(0);
    places.take(2 ** 32);
    expect(places.take(64)).toBe(2 ** 32);
    expect(places.end).toBe(2 ** 32 + 64);
  });
});

/** The inputs as they are read back from memory, and how they were kept. */
function writtenBack(data: Dataset) {
  const core = makeCore();
  new Uint8Array(core.memory.buffer).fill(0xaa);
  const placed = placeInputs(core, data, 1000);
  writeInputs(core, data, placed);
  const memory = core.memory.buffer as ArrayBuffer;
  const kind = KINDS[placed.inputKind] as string;
  expect([...new Uint8Array(memory, 0, 1000)].every((byte) => byte === 0xaa)).toBe(true);
  return { kind, placed, rows: kind.startsWith('dense') ? denseRows(memory, data, placed) : sparseRows(memory, data, placed) };
}

function denseRows(memory: ArrayBuffer, { width, count, scale, inputs }: Dataset, placed: PlacedInputs): number[][] {
  const isBytes = inputs.BYTES_PER_ELEMENT === 1;
  const values = new (isBytes ? Uint8Array : Float32Array)(memory, placed.inputs, width * count);
  return rowsOf(count, (row) =>
    rowsOf(width, (column) => {
      const value = values[row * width + column] as number;
      return isBytes ? Math.fround(value * scale) : value;
    }),
  );
}

function sparseRows(memory: ArrayBuffer, { width, count, scale, inputs }: Dataset, placed: PlacedInputs): number[][] {
  const isBytes = inputs.BYTES_PER_ELEMENT === 1;
  const starts = new Uint32Array(memory, placed.starts, count + 1);
  const total = starts[count] as number;
  const columns = new Uint16Array(memory, placed.columns, total);
  const values = new (isBytes ? Uint8Array : Float32Array)(memory, placed.inputs, total);
  const bit = (place: number, column: number) => ((new Uint8Array(memory, place)[column >> 3] as number) >> (column & 7)) & 1;
  const rows = rowsOf(count, (row) => {
    const out = new Array<number>(width).fill(0);
    for (let entry = starts[row] as number; entry < (starts[row + 1] as number); entry++) {
      const value = values[entry] as number;
      out[columns[entry] as number] = isBytes ? Math.fround(value * scale) : value;
    }
    expect(rowsOf(width, (column) => bit(placed.masks + row * placed.maskWords * 8, column))).toEqual(lightsOf(out));
    return out;
  });
  const lit = rowsOf(width, (column) => Math.max(...rows.map((row) => lightsOf(row)[column] as number)));
  expect(rowsOf(width, (column) => bit(placed.dataMask, column))).toEqual(lit);
  const longest = Math.max(...rows.map((row) => row.filter((value) => value !== 0).length));
  expect(placed.longest).toBe(longest);
  return rows;
}

function rowsOf<Value>(count: number, make: (index: number) => Value): Value[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

const lightsOf = (row: readonly number[]) => row.map((value) => (value === 0 ? 0 : 1));

describe('inputs', () => {
  it('are in memory what the data set reads, as bytes or floats, dense or sparse', () => {
    const kinds = new Set<string>();
    const data = fc
      .record({
        width: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constantFrom(127, 128, 129, 785)),
        count: fc.integer({ min: 1, max: 9 }),
        isBytes: fc.boolean(),
        density: fc.constantFrom(0, 0.1, 0.45, 0.6, 1),
        scale: fc.constantFrom(1, 1 / 255, 3),
        seed: fc.nat(),
      })
      .map(({ width, count, isBytes, density, scale, seed }) => {
        const number = (i: number) => {
          const drawn = Math.imul(i + seed, 0x9e3779b1) >>> 8;
          return drawn / 2 ** 24 < density ? 1 + (drawn % 254) : 0;
        };
        const numbers = rowsOf(width * count, number);
        return dataOf(isBytes ? Uint8Array.from(numbers) : Float32Array.from(numbers), width, scale);
      });
    fc.assert(
      fc.property(data, (given) => {
        const { kind, rows } = writtenBack(given);
        kinds.add(kind);
        expect(rows).toEqual([...given].map(({ input }) => [...input]));
      }),
    );
    expect([...kinds].sort()).toEqual([...KINDS].sort());
  });

  it('are listed where fewer than half are not 0, and only then', () => {
    const kindOf = (...numbers: number[]) => writtenBack(dataOf(Float32Array.from(numbers), 4)).kind;
    expect(kindOf(1, 0, 0, 0)).toBe('sparseFloats');
    expect(kindOf(1, 0, 0, 1)).toBe('denseFloats');
    expect(kindOf(1, 0, 0, 1, 0, 0, 1, 0)).toBe('sparseFloats');
    expect(kindOf(0, -0, 0, 0)).toBe('sparseFloats');
  });

  it('are not listed where a column would not fit 16 bits', () => {
    expect(KINDS[placeInputs(makeCore(), dataOf(new Uint8Array(65536), 65536), 0).inputKind]).toBe('sparseBytes');
    expect(KINDS[placeInputs(makeCore(), dataOf(new Uint8Array(65537), 65537), 0).inputKind]).toBe('denseBytes');
  });

  it('that are not finite as the network sees them are refused, with their place', async () => {
    const write = (inputs: Uint8Array | Float32Array, scale: number) => {
      const data = dataOf(inputs, 3, scale);
      checkInputs(data);
      return writtenBack(data);
    };
    for (const number of [Number.NaN, Number.POSITIVE_INFINITY, 1e38]) {
      const words = ['data input [1] of example 1', 'a finite number that fits a float32'];
      await expectRefusal(() => write(Float32Array.of(1, 2, 3, 4, number, 6), 10), 'NumericError', ...words);
    }
    await expectRefusal(() => write(Uint8Array.of(0, 0, 200), 1e37), 'NumericError', 'data input [2] of example 0');
    expect(write(Uint8Array.of(0, 0, 3), 1e37).rows).toEqual([[0, 0, Math.fround(3e37)]]);
  });
});
