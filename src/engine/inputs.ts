// The inputs of a data set as the core reads them: all of them, or only those that are not 0 where most of them are.
import type { Dataset } from '../data/Dataset.js';
import { checkInputs } from '../data/plainInputs.js';
import { Places } from './Places.js';

/** How inputs are kept: see assembly/gather.ts. */
const KINDS = { denseFloats: 0, denseBytes: 1, sparseFloats: 2, sparseBytes: 3 };

/** Below this share of numbers that are not 0 it pays to list them: measured. */
const SPARSE = 0.5;

/** Columns are kept in 16 bits. */
const MOST_COLUMNS = 65536;

/** Numbers that a byte can stand for. */
const LEVELS = 256;

/** Bytes beyond the last column that the core may read. */
const SLACK = 64;

/** Where a data set's inputs lie in memory: the fields of a plan, and the longest list. */
export interface PlacedInputs {
  readonly inputKind: number;
  readonly inputs: number;
  readonly levels: number;
  readonly starts: number;
  readonly columns: number;
  readonly masks: number;
  readonly maskWords: number;
  readonly lit: number;
  /** Most numbers of one example that are listed. */
  readonly longest: number;
  /** Where the last of them ends. */
  readonly end: number;
}

/** Finds places for the inputs, from `start` on. Nothing is written yet. */
export function placeInputs(data: Dataset, start: number): PlacedInputs {
  const { inputs, width, count } = data;
  const bytes = inputs.BYTES_PER_ELEMENT;
  const places = new Places(start);
  const { total, longest } = countNonZeros(data);
  const levels = bytes === 1 ? places.take(LEVELS * 4) : 0;
  if (width > MOST_COLUMNS || total >= SPARSE * width * count) {
    const inputKind = bytes === 1 ? KINDS.denseBytes : KINDS.denseFloats;
    const place = places.take(width * count * bytes);
    const none = { starts: 0, columns: 0, masks: 0, maskWords: 0, lit: 0, longest: 0 };
    return { ...none, inputKind, inputs: place, levels, end: places.end };
  }
  // A mask of whole 128-bit words.
  const maskWords = Math.ceil(width / 128) * 2;
  return {
    inputKind: bytes === 1 ? KINDS.sparseBytes : KINDS.sparseFloats,
    inputs: places.take(total * bytes + SLACK),
    levels,
    starts: places.take((count + 1) * 4),
    columns: places.take(total * 2 + SLACK),
    masks: places.take(count * maskWords * 8),
    maskWords,
    lit: places.take(maskWords * 8),
    longest,
    end: places.end,
  };
}

/** How many inputs are not 0, in all and at most in one example. */
function countNonZeros({ inputs, width, count }: Dataset): { total: number; longest: number } {
  let total = 0;
  let longest = 0;
  for (let example = 0; example < count; example++) {
    const before = total;
    const end = (example + 1) * width;
    for (let i = example * width; i < end; i++) total += inputs[i] === 0 ? 0 : 1;
    longest = Math.max(longest, total - before);
  }
  return { total, longest };
}

/** Writes the inputs where they have their places. */
export function writeInputs(memory: ArrayBufferLike, data: Dataset, placed: PlacedInputs): void {
  checkInputs(data);
  const { inputs, scale } = data;
  const { inputKind } = placed;
  if (placed.levels > 0)
    new Float32Array(memory, placed.levels, LEVELS).set(Array.from({ length: LEVELS }, (_, byte) => byte * scale));
  if (inputKind === KINDS.denseBytes) {
    new Uint8Array(memory, placed.inputs, inputs.length).set(inputs);
  } else if (inputKind === KINDS.denseFloats) {
    const out = new Float32Array(memory, placed.inputs, inputs.length);
    if (scale === 1) out.set(inputs);
    else for (let i = 0; i < out.length; i++) out[i] = inputs[i] * scale;
  } else {
    writeLists(memory, data, placed);
  }
}

function writeLists(memory: ArrayBufferLike, data: Dataset, placed: PlacedInputs): void {
  const { inputs, width, count } = data;
  const starts = new Uint32Array(memory, placed.starts, count + 1);
  const columns = new Uint16Array(memory, placed.columns, (placed.masks - placed.columns) / 2);
  const masks = new Uint8Array(memory, placed.masks, count * placed.maskWords * 8).fill(0);
  const fours = foursOf(inputs, width);
  let entry = 0;
  for (let example = 0; example < count; example++) {
    starts[example] = entry;
    const mask = example * placed.maskWords * 8;
    const row = example * width;
    for (let column = 0; column < width; column++) {
      if (fours !== undefined && (column & 3) === 0 && fours[(row + column) >> 2] === 0) {
        column += 3;
        continue;
      }
      if (inputs[row + column] === 0) continue;
      columns[entry] = column;
      masks[mask + (column >> 3)] |= 1 << (column & 7);
      entry++;
    }
  }
  starts[count] = entry;
  writeValues(memory, data, placed, starts, columns);
  const lit = new Uint32Array(memory, placed.lit, placed.maskWords * 2).fill(0);
  const words = new Uint32Array(memory, placed.masks, count * lit.length);
  for (let from = 0; from < words.length; from += lit.length) for (let i = 0; i < lit.length; i++) lit[i] |= words[from + i];
}

/** Bytes four at a time, so that runs of 0 are passed over in a quarter of the time; undefined where they do not lie so. */
function foursOf({ buffer, byteOffset, BYTES_PER_ELEMENT, length }: Dataset['inputs'], width: number): Uint32Array | undefined {
  if (BYTES_PER_ELEMENT > 1 || width % 4 !== 0 || byteOffset % 4 !== 0) return undefined;
  return new Uint32Array(buffer, byteOffset, length / 4);
}

/** The values whose columns are listed. Two loops of one kind of array each: one of two kinds takes several times as long. */
function writeValues(
  memory: ArrayBufferLike,
  data: Dataset,
  placed: PlacedInputs,
  starts: Uint32Array,
  columns: Uint16Array,
): void {
  const { inputs, scale, width, count } = data;
  if (inputs.BYTES_PER_ELEMENT === 1) {
    const values = new Uint8Array(memory, placed.inputs, starts[count]);
    for (let example = 0; example < count; example++) {
      const row = example * width;
      for (let entry = starts[example]; entry < starts[example + 1]; entry++) values[entry] = inputs[row + columns[entry]];
    }
  } else {
    const values = new Float32Array(memory, placed.inputs, starts[count]);
    for (let example = 0; example < count; example++) {
      const row = example * width;
      for (let entry = starts[example]; entry < starts[example + 1]; entry++)
        values[entry] = inputs[row + columns[entry]] * scale;
    }
  }
}
