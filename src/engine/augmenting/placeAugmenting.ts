// Where images lie that are changed before they are learnt from, and all that this needs.
import type { AugmentedImages } from '../../data/augmentation/EpochAugmentation.js';
import type { PlacedInputs } from '../inputs.js';
import { Places } from '../Places.js';
import type { Work } from '../planPlaces.js';
import { AUGMENTING, type AugmentingValues } from './augmentingFields.js';

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
