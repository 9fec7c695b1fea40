// The record that the host writes and the module which augments reads. This is its one definition: `npm run build:engine`
// makes the class of assembly/augmentation/records.ts from it.
//
// Sizes are counted in numbers. Numbers in memory are f32 unless a comment says otherwise.
import { shapeOf, type ValuesOf } from '../record.js';

/** An epoch of images that are changed. */
export const AUGMENTING = /* @__PURE__ */ shapeOf({
  /** The hash of seed, purpose and epoch from which each example's stream starts. */
  hash: 'u64',
  /** How far each change goes at the most: in pixels, radians and shares. */
  shift: 'f64',
  rotate: 'f64',
  zoom: 'f64',
  shear: 'f64',
  brightness: 'f64',
  noise: 'f64',

  /** Columns and rows of an image. */
  width: 'u32',
  height: 'u32',
  /** How the data set keeps its inputs, and where: see ../gather.ts. */
  inputKind: 'u32',
  inputs: 'usize',
  levels: 'usize',
  starts: 'usize',
  columns: 'usize',
  /** u32, the epoch's examples, and at which places of it to work: from, and up to. */
  order: 'usize',
  /** The number of the data set's first example, from which the streams count. */
  firstExample: 'u32',
  from: 'u32',
  to: 'u32',
  threads: 'u32',

  /** A torus of displacements in pixels, `fieldSide` a power of two, in rows of `fieldStride`; or a single row of zeros. */
  field: 'usize',
  fieldSide: 'u32',
  fieldStride: 'u32',
  /** Numbers of the normal distribution, a power of two of places to start at; or 0. */
  noiseTable: 'usize',
  noiseStarts: 'u32',

  /** u32, for each place of the order where its image is found: the entry of `outStarts`, or the row of `outInputs`. */
  inputOrder: 'usize',
  /** How many images there is room for, which are used in turn, and the room for the list of one. */
  slots: 'u32',
  slotNumbers: 'u32',
  /** Lists: u32 [slots, 2], u16 [slots, slotNumbers] and [slots, slotNumbers]. [slots, width height] where `outStarts` is 0. */
  outStarts: 'usize',
  outColumns: 'usize',
  outInputs: 'usize',

  /** For each thread, room for an image with a margin of zeros, for one without, for constants, and for quads. */
  scratch: 'usize',
  scratchBytes: 'u32',
  scratchImage: 'u32',
  scratchConstants: 'u32',
  scratchQuads: 'u32',
  /** Bytes of a row in the first of them. */
  marginRow: 'u32',
  /** For each column of the data set, u32 [2]: its place in there, and which column of the image it is. */
  places: 'usize',
  /** For each mask of four, a shuffle that brings its numbers together, and which they are: u8 [16] and u16 [8]. */
  shuffles: 'usize',
});

/** Fields that are written for each epoch, or before each batch. */
type Running =
  | 'hash'
  | 'shift'
  | 'rotate'
  | 'zoom'
  | 'shear'
  | 'brightness'
  | 'noise'
  | 'order'
  | 'firstExample'
  | 'from'
  | 'to';

/** Fields of the record that the host writes before the core works. */
export type AugmentingValues = Omit<ValuesOf<typeof AUGMENTING>, Running>;
