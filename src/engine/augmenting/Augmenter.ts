// Augmentation in the core's memory: a module that comes with the augmentation changes the images. The places of all that it needs.
import type { AugmentedImages } from '../../data/augmentation/EpochAugmentation.js';
import { changesOf } from '../../learning/parts/augmentation.js';
import type { StepPlan } from '../../learning/Step.js';
import type { CorePlan } from '../CorePlan.js';
import { type Code, compile, type Module, webAssembly } from '../core.js';
import type { PlacedInputs } from '../inputs.js';
import type { Work } from '../planPlaces.js';
import { Places, writeRecord } from '../record.js';
import { AUGMENTING, type AugmentingValues } from './augmentingFields.js';

/** The fields of the record that say how far changes go, and those that say where a data set's images are. */
const RANGES = ['shift', 'rotate', 'zoom', 'shear', 'brightness', 'noise'] as const;
const SOURCE = ['inputKind', 'inputs', 'levels', 'starts', 'columns', 'firstExample'] as const;

/** Exports of the module: see assembly/augmentation/index.ts. */
interface Exports {
  prepare(place: number): void;
  augment(place: number, thread: number): void;
}

/** The module over the memory of a plan. */
export class Augmenter {
  readonly plan: StepPlan;
  readonly core: CorePlan;
  readonly placed: PlacedAugmenting;
  readonly module: Module;
  readonly exports: Exports;

  /** @param code - The module that comes with the plan's augmentation. */
  constructor(plan: StepPlan, code: Code, core: CorePlan, placed: PlacedAugmenting, shared: boolean) {
    const { memory } = core.core;
    this.plan = plan;
    this.core = core;
    this.placed = placed;
    this.module = compile(code, shared);
    this.exports = new (webAssembly().Instance)<Exports>(this.module, { env: { memory } }).exports;
    writeRecord(core.view, placed.place, AUGMENTING, { ...placed.fields, order: core.placed.fields.order });
    this.exports.prepare(placed.place);
  }

  /** Says where the images are from now on, and the number of the first. */
  readFrom(inputs: PlacedInputs, firstExample: number): void {
    const { core, placed } = this;
    const values = { ...inputs, firstExample };
    for (const name of SOURCE) core.view.setUint32(placed.place + AUGMENTING.fields[name].offset, values[name], true);
  }

  /** Starts an epoch. The memory is looked at as it is now. */
  begin(epoch: number, progress: number): void {
    const { core, placed } = this;
    const { place, fields } = placed;
    const changes = changesOf(this.plan, epoch, progress);
    if (changes === undefined) return;
    const { hash, displacements, noise } = changes;
    const { ranges } = changes;
    for (const name of RANGES) core.view.setFloat64(place + AUGMENTING.fields[name].offset, ranges[name], true);
    core.view.setBigUint64(place + AUGMENTING.fields.hash.offset, hash, true);
    const amplitude = Math.fround(ranges.elastic);
    if (displacements) core.floats(fields.field, displacements.length).set(displacements.map((x) => amplitude * x));
    if (noise) core.floats(fields.noiseTable, noise.length).set(noise);
  }

  /** Says which places of the order are to be changed next: as many as there are slots, at the most. */
  aim(from: number, to: number): void {
    const { view } = this.core;
    view.setUint32(this.placed.place + AUGMENTING.fields.from.offset, from, true);
    view.setUint32(this.placed.place + AUGMENTING.fields.to.offset, to, true);
  }

  /** Changes them. */
  augment(from: number, to: number): void {
    this.aim(from, to);
    this.exports.augment(this.placed.place, 0);
  }
}

/** The augmenter of a work that has an augmentation. */
export function augmenterFor({ learning, threads }: Work, core: CorePlan): Augmenter | undefined {
  const { augmenting } = core.placed;
  if (learning?.augmentation === undefined || augmenting === undefined) return undefined;
  return new Augmenter(learning, learning.augmentation.module, core, augmenting, threads !== undefined);
}

/** Images that threads change ahead, and bytes of them, at the most. */
const MOST_AHEAD = 2048;
const MOST_BYTES = 16_777_216;

/** How changed images are kept: see assembly/gather.ts. */
const ROWS = 0;
const LISTS = 2;

/** Bytes of the shuffles. */
const SHUFFLES = 512;

/** Bytes of a quad, and of the numbers that stay the same: see assembly/augmentation/quads.ts and resample.ts. */
const QUAD = 48;
const CONSTANTS = 128;

/** Four numbers are read and written at a time, a few of which may lie beyond the last. */
const SLACK = 16;

/** Where images are changed. */
export interface PlacedAugmenting {
  readonly images: AugmentedImages;
  /** Where the record stands. */
  readonly place: number;
  readonly fields: AugmentingValues;
  /** The changed images, as the core reads them. */
  readonly changed: PlacedInputs;
  /** How many of them there is room for. */
  readonly slots: number;
}

/**
 * Finds places, or returns undefined where nothing is changed. Changed images are lists where the data set's are, unless noise
 * leaves few zeros.
 */
export function placeAugmenting(
  { learning, data, threads = 0 }: Work,
  inputs: PlacedInputs,
  batchCapacity: number,
  places: Places,
): PlacedAugmenting | undefined {
  if (learning?.augmentation === undefined) return undefined;
  const images = learning.augmentation.imagesOf('data.width', data.width);
  const { width, height, ranges, sizes } = images;
  const pixels = width * height;
  const listed = inputs.starts > 0 && ranges.noise === 0;
  const slotNumbers = listed ? Math.ceil((pixels + SLACK) / 16) * 16 : pixels;
  const ahead = Math.min(MOST_AHEAD, Math.floor(MOST_BYTES / (pixels * 4)));
  const slots = threads === 0 ? batchCapacity : Math.max(batchCapacity, Math.min(ahead, data.count));
  const marginRow = (width + 3) * 4;
  const scratchPlaces = new Places(0);
  scratchPlaces.take((height + 3) * marginRow);
  const scratchImage = scratchPlaces.take((pixels + SLACK) * 4);
  const scratchConstants = scratchPlaces.take(CONSTANTS + Math.ceil(width / 4) * 32);
  const scratchQuads = scratchPlaces.take((height * Math.ceil(width / 4) + 1) * QUAD);
  const scratchBytes = scratchPlaces.end;
  const { inputKind, levels, starts, columns } = inputs;
  const place = places.take(AUGMENTING.bytes);
  const fields = {
    ...{ width, height, inputKind, inputs: inputs.inputs, levels, starts, columns },
    threads: Math.max(1, threads),
    ...placeField(images, places),
    noiseTable: ranges.noise === 0 ? 0 : places.take(sizes.noise * 4),
    noiseStarts: sizes.noiseStarts,
    inputOrder: places.take(data.count * 4),
    slots,
    slotNumbers,
    outStarts: listed ? places.take(slots * 8) : 0,
    outColumns: listed ? places.take((slots * slotNumbers + SLACK) * 2) : 0,
    outInputs: places.take((slots * slotNumbers + SLACK) * 4),
    scratch: places.take(scratchBytes * Math.max(1, threads)),
    scratchBytes,
    scratchImage,
    scratchConstants,
    scratchQuads,
    marginRow,
    places: places.take(pixels * 8),
    shuffles: places.take(SHUFFLES),
  };
  const none = { levels: 0, masks: 0, maskWords: 0, dataMask: 0, counts: new Uint32Array(0), end: places.end };
  const changed = {
    ...none,
    inputKind: listed ? LISTS : ROWS,
    inputs: fields.outInputs,
    starts: fields.outStarts,
    columns: fields.outColumns,
    longest: listed ? pixels : 0,
  };
  return { images, place, fields, changed, slots };
}

/** A single row of zeros stands for a table of them. */
function placeField({ width, sigma, sizes }: AugmentedImages, places: Places) {
  if (sigma === undefined) return { field: places.take((width + SLACK) * 4), fieldSide: 1, fieldStride: 0 };
  return { field: places.take(sizes.displacements * 4), fieldSide: sizes.side, fieldStride: sizes.stride };
}
