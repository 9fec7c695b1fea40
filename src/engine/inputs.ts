// The inputs of a data set as the core reads them: all of them, or only those that are not 0 where most of them are.
import type { Dataset } from '../data/Dataset.js';
import { type Core, makeRoom } from './core.js';
import { Places } from './record.js';

/** How inputs are kept: see assembly/gather.ts. */
const KINDS = { denseFloats: 0, denseBytes: 1, sparseFloats: 2, sparseBytes: 3 };

/** Below this share of numbers that are not 0 it pays to list them: measured. */
const SPARSE = 0.5;

/** A column takes 16 bits. */
const MOST_COLUMNS = 65536;

/** Values of a byte. */
const LEVELS = 256;

/** Bytes beyond the last column that the core may read. */
const SLACK = 64;

/** The places of a data set's inputs in memory: the fields of a plan, and the lengths of the lists. */
export interface PlacedInputs {
  readonly inputKind: number;
  readonly inputs: number;
  readonly levels: number;
  readonly starts: number;
  readonly columns: number;
  readonly masks: number;
  readonly maskWords: number;
  readonly dataMask: number;
  /** Most numbers of one example that are listed. */
  readonly longest: number;
  /** How many numbers of each example are not 0. */
  readonly counts: Uint32Array;
  /** Where the last of them ends. */
  readonly end: number;
}

/** Bytes of rows that are copied to the core at a time. */
const AT_A_TIME = 0x10000;

/** How large a data set's inputs are. */
export interface InputShape {
  readonly width: number;
  readonly count: number;
  /** Bytes of a number. */
  readonly bytes: number;
}

/** Finds places for the inputs from `start` on. They are written later. */
export function placeInputs(core: Core, data: Dataset, start: number): PlacedInputs {
  const { inputs, width, count } = data;
  const counts = width > MOST_COLUMNS ? new Uint32Array(0) : countNonZeros(core, data, start);
  const total = counts.reduce((sum, listed) => sum + listed, 0);
  const placed = placeKinds({ width, count, bytes: inputs.BYTES_PER_ELEMENT }, total, start);
  const longest = placed.starts === 0 ? 0 : counts.reduce((most, listed) => Math.max(most, listed), 0);
  return { ...placed, longest, counts };
}

/**
 * Places for the inputs of any data set that is no larger than a shape. All of them end before `end`, and so does the room that
 * writing needs.
 */
export function placeAnyInputs(shape: InputShape, start: number): PlacedInputs {
  const { width, count, bytes } = shape;
  const dense = placeKinds(shape, width * count, start);
  const sparse = placeKinds(shape, Math.ceil(SPARSE * width * count) - 1, start);
  const handedOver = rowsAtATime(shape) * (width * bytes + 4) + 4 * SLACK;
  const end = Math.max(dense.end, sparse.end) + handedOver;
  return { ...sparse, longest: width, counts: new Uint32Array(0), end };
}

/** Places for inputs of which `total` are not 0. */
function placeKinds(
  { width, count, bytes }: InputShape,
  total: number,
  start: number,
): Omit<PlacedInputs, 'longest' | 'counts'> {
  const places = new Places(start);
  const levels = bytes === 1 ? places.take(LEVELS * 4) : 0;
  if (width > MOST_COLUMNS || total >= SPARSE * width * count) {
    const inputKind = bytes === 1 ? KINDS.denseBytes : KINDS.denseFloats;
    const place = places.take(width * count * bytes);
    const none = { starts: 0, columns: 0, masks: 0, maskWords: 0, dataMask: 0 };
    return { ...none, inputKind, inputs: place, levels, end: places.end };
  }
  // A mask has whole 128-bit words: see assembly/listing.ts.
  const maskWords = Math.ceil(width / 128) * 2;
  return {
    inputKind: bytes === 1 ? KINDS.sparseBytes : KINDS.sparseFloats,
    inputs: places.take(total * bytes + SLACK),
    levels,
    starts: places.take((count + 1) * 4),
    columns: places.take(total * 2 + SLACK),
    masks: places.take(count * maskWords * 8),
    maskWords,
    dataMask: places.take(maskWords * 8),
    end: places.end,
  };
}

/** Rows that are copied to the core at a time. */
function rowsAtATime({ width, count, bytes }: InputShape): number {
  return Math.min(count, Math.max(1, Math.floor(AT_A_TIME / (width * bytes))));
}

/** How many inputs of each example are not 0. */
function countNonZeros(core: Core, data: Dataset, start: number): Uint32Array {
  const counts = new Uint32Array(data.count);
  handOver(core, data, start, (numbers, first, rows, end) => {
    makeRoom(core, end + rows * 4, 'data');
    core.exports.countRows(end, numbers, rows, data.width, data.inputs.BYTES_PER_ELEMENT === 1);
    counts.set(new Uint32Array(core.memory.buffer, end, rows), first);
  });
  return counts;
}

/**
 * Copies the inputs to the core, some rows at a time, from `start` on.
 *
 * @param take - Called with the place of the rows, the first one, their number, and the place from which memory is free.
 */
function handOver(
  core: Core,
  { inputs, width, count }: Dataset,
  start: number,
  take: (numbers: number, first: number, rows: number, end: number) => void,
): void {
  const bytes = inputs.BYTES_PER_ELEMENT;
  const most = rowsAtATime({ width, count, bytes });
  const places = new Places(start);
  const place = places.take(most * width * bytes + SLACK);
  makeRoom(core, places.end, 'data');
  for (let first = 0; first < count; first += most) {
    const rows = Math.min(most, count - first);
    const numbers = inputs.subarray(first * width, (first + rows) * width);
    viewLike(inputs, core.memory.buffer, place, numbers.length).set(numbers);
    take(place, first, rows, places.end);
  }
}

/** A view of memory as numbers of the same kind as the inputs. */
function viewLike(
  inputs: Dataset['inputs'],
  memory: ArrayBufferLike,
  place: number,
  length: number,
): Uint8Array | Float32Array {
  return inputs.BYTES_PER_ELEMENT === 1 ? new Uint8Array(memory, place, length) : new Float32Array(memory, place, length);
}

/** Writes the inputs, which are finite, where they have their places. */
export function writeInputs(core: Core, data: Dataset, placed: PlacedInputs): void {
  const { inputs, scale } = data;
  makeRoom(core, placed.end, 'data');
  const memory = core.memory.buffer;
  const levels = new Float32Array(memory, placed.levels, placed.levels > 0 ? LEVELS : 0);
  for (let byte = 0; byte < levels.length; byte++) levels[byte] = byte * scale;
  if (placed.starts > 0) {
    writeLists(core, data, placed);
    return;
  }
  const out = viewLike(inputs, memory, placed.inputs, inputs.length);
  if (inputs.BYTES_PER_ELEMENT === 1 || scale === 1) out.set(inputs);
  else for (let i = 0; i < out.length; i++) out[i] = inputs[i] * scale;
}

function writeLists(core: Core, data: Dataset, placed: PlacedInputs): void {
  const { width, count, scale } = data;
  const { counts } = placed;
  const bytes = data.inputs.BYTES_PER_ELEMENT;
  const maskBytes = placed.maskWords * 8;
  new Uint8Array(core.memory.buffer, placed.masks, count * maskBytes).fill(0);
  const starts = new Uint32Array(count + 1);
  for (let example = 0; example < count; example++) starts[example + 1] = starts[example] + counts[example];
  handOver(core, data, placed.end, (numbers, first, rows) => {
    const columns = placed.columns + starts[first] * 2;
    const values = placed.inputs + starts[first] * bytes;
    const masks = placed.masks + first * maskBytes;
    core.exports.listNumbers(columns, values, masks, numbers, rows, width, bytes === 1, scale);
  });
  const memory = core.memory.buffer;
  new Uint32Array(memory, placed.starts, count + 1).set(starts);
  const dataMask = new Uint32Array(memory, placed.dataMask, placed.maskWords * 2).fill(0);
  const masks = new Uint32Array(memory, placed.masks, count * dataMask.length);
  for (let from = 0; from < masks.length; from += dataMask.length)
    for (let i = 0; i < dataMask.length; i++) dataMask[i] |= masks[from + i];
}
