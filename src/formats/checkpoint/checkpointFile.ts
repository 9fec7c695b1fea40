// A checkpoint as bytes: a safetensors file whose metadata has the state of the training, with a fingerprint of it all.
//
// { "version": 2, "batch": 12, "steps": 112, "cost": 3.5, "right": 90, "learningRate": 0.001, "seconds": 0.8, "training": {...} }
import { FormatError } from '../../support/errors.js';
import { encodeUtf8 } from '../../support/utf8.js';
import { ownField } from '../../support/views.js';
import { describe } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import { fieldsAt, objectAt } from '../json/jsonFields.js';
import { readSafetensors } from '../safetensors/parseSafetensors.js';
import type { SafetensorsTensor } from '../safetensors/safetensorsTypes.js';
import { type WrittenTensor, writeSafetensors } from '../safetensors/writeSafetensors.js';
import { parseStrictJson } from '../strictJson.js';
import { CHECKPOINT_KEY } from './checkpointNames.js';
import type { TrainingWords } from './describeTraining.js';
import { hashOf } from './hash.js';

/** The name of the fingerprint among the metadata. */
const HASH_KEY = 'glassbox-nn checkpoint fingerprint';

const VERSION = 2;
const NUMBERS = ['batch', 'steps', 'cost', 'right', 'learningRate', 'seconds'] as const;
const DEPTH = 2;

const BEFORE_RELEASE =
  'It is of a time before the first release: begin anew at another place; fromSafetensors reads its network.';
const DAMAGED = 'As a checkpoint it is empty or damaged: go back to a copy, delete it to start anew, or give another place.';

const OTHER_FILE = 'Give a path of its own, or move that file away.';

/** The place of a training in its epoch. */
export type Place = Readonly<Record<(typeof NUMBERS)[number], number>>;

/** The contents of a file. */
export interface Saved {
  readonly place: Place;
  readonly training: TrainingWords;
  readonly tensors: ReadonlyMap<string, SafetensorsTensor>;
}

/** The bytes. */
export function writeCheckpoint(
  tensors: readonly WrittenTensor[],
  place: Place,
  training: TrainingWords,
  metadata: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const texts = { ...metadata, [CHECKPOINT_KEY]: JSON.stringify({ version: VERSION, ...place, training }) };
  return writeSafetensors(tensors, (data) => ({ ...texts, [HASH_KEY]: hashOfFile(new Map(Object.entries(texts)), data) }));
}

/** Reads the bytes. The training is compared with the given one later. `remedy` is for a safetensors file that is none. */
export function readCheckpoint(what: string, bytes: Uint8Array, remedy = OTHER_FILE): Saved {
  const { tensors, metadata, start } = readContainer(what, bytes);
  const text = metadata.get(CHECKPOINT_KEY);
  if (text === undefined) {
    throw fileError(what, 'a checkpoint', 'another safetensors file', remedy);
  }
  const hash = metadata.get(HASH_KEY);
  const found = hashOfFile(metadata, bytes.subarray(start));
  if (hash !== found) {
    throw fileError(what, `the fingerprint ${hash}`, found, DAMAGED);
  }
  return { ...readPlace(`${what}: ${CHECKPOINT_KEY}`, text), tensors };
}

/** A size beyond all limits is a FormatError here: no checkpoint has that size. */
function readContainer(what: string, bytes: Uint8Array): ReturnType<typeof readSafetensors> {
  try {
    return readSafetensors(what, bytes);
  } catch (error) {
    const { code, message, offset, path } = error as FormatError;
    if (code !== 'FORMAT' && code !== 'LIMIT') throw error;
    throw new FormatError(`${message} ${DAMAGED}`, { offset, path });
  }
}

/** The fingerprint of all texts but `format`, which any writer may change, and of all numbers. */
function hashOfFile(metadata: ReadonlyMap<string, string>, data: Uint8Array): string {
  const texts = [...metadata].filter(([name]) => name !== HASH_KEY && name !== 'format');
  return hashOf(...texts.flat().map(encodeUtf8), data);
}

function readPlace(path: string, text: string): Pick<Saved, 'place' | 'training'> {
  const parsed = parseStrictJson(path, text, { depth: DEPTH });
  const version = ownField(parsed, 'version');
  if (version !== VERSION) {
    const remedy = version === 1 ? BEFORE_RELEASE : 'A newer version of glassbox-nn wrote it: update to read it.';
    throw fileError(`${path}.version`, `${VERSION}`, describe(version), remedy);
  }
  const fields = fieldsAt(path, parsed, ['version', 'training', ...NUMBERS]);
  const place = Object.fromEntries(NUMBERS.map((name) => [name, numberAt(`${path}.${name}`, fields[name])])) as Place;
  // Only a custom loss can be below 0.
  for (const name of NUMBERS)
    if (name !== 'cost' && place[name] < 0) throw fileError(`${path}.${name}`, 'a number from 0', `${place[name]}`);
  const training = Object.entries(objectAt(`${path}.training`, fields.training));
  for (const [name, words] of training) {
    if (typeof words !== 'string') throw fileError(`${path}.training.${name}`, 'a text', describe(words));
  }
  return { place, training: Object.fromEntries(training) };
}

function numberAt(path: string, value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw fileError(path, 'a finite number', describe(value));
}
