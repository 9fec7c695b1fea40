// Where everything lies that the core needs for a network on a data set: worked out in full before anything is written.
import type { Dataset } from '../data/Dataset.js';
import { dropThreshold } from '../learning/dropout.js';
import type { Loss } from '../learning/losses/loss.js';
import type { StepPlan } from '../learning/Step.js';
import { firstTrainable, ofTrainable } from '../learning/trainableLayers.js';
import type { Network } from '../model/Network.js';
import { type PlacedAugmenting, placeAugmenting } from './augmenting/placeAugmenting.js';
import type { PlacedInputs } from './inputs.js';
import { clippingNumber, lossNumber, updateNumber } from './kernels.js';
import { type PlacedLayer, parameterBytes, placeLayers, strideOf } from './layerPlaces.js';
import { Places } from './Places.js';
import { LAYER, PLAN, PORTION } from './planFields.js';

/** Examples that are worked on at a time: enough to fill the tiles of products, few enough for the caches. */
const MOST_AT_A_TIME = 128;

/** Most numbers that an update's rule has. */
export const MOST_CONSTANTS = 16;

/** Most portions of a turn. */
export const MOST_PORTIONS = 128;

/** Which rows of the first layer an update visits: see assembly/visits.ts. */
const VISITS = { all: 0, lit: 1, touched: 2 };

/** What is to be done with a network on a data set. */
export interface Work {
  readonly network: Network;
  readonly data: Dataset;
  readonly loss: Loss;
  /** What learning needs beside; undefined where nothing is learnt. */
  readonly learning: StepPlan | undefined;
  /** Examples of a batch. */
  readonly batch: number;
  /** How many threads take turns at it; undefined where the caller's own does all. */
  readonly threads: number | undefined;
}

/** A plan with all its places. */
export interface PlacedPlan {
  /** Where its record stands. */
  readonly place: number;
  readonly fields: { readonly [Name in keyof typeof PLAN.fields]?: number };
  readonly layers: readonly PlacedLayer[];
  /** Where a layer's weights are handed over, as the network keeps them. */
  readonly staging: number;
  /** Where images are changed, if they are. */
  readonly augmenting: PlacedAugmenting | undefined;
  /** Where the last place ends. */
  readonly end: number;
}

/** Finds a place for everything from `start` on. */
export function placePlan(work: Work, given: PlacedInputs, start: number): PlacedPlan {
  const { network, data, loss, learning } = work;
  const threads = work.threads ?? 1;
  const layers = network.layers;
  const batchCapacity = Math.min(work.batch, data.count, MOST_AT_A_TIME);
  const places = new Places(start);
  const place = places.take(PLAN.bytes);
  const augmenting = placeAugmenting(work, given, batchCapacity, places);
  const inputs = augmenting?.changed ?? given;
  const records = places.take(LAYER.bytes * layers.length);
  const bytes = parameterBytes(layers);
  const parameters = places.take(bytes);
  const beside = (needed: boolean | undefined) => (needed ? places.take(bytes) : 0);
  const rule = learning?.optimizer.update.rule;
  const slots = rule === undefined ? 0 : (learning?.optimizer.slots ?? 0);
  const gradients = beside(learning !== undefined);
  const before = beside(rule !== undefined);
  const firstSlot = beside(slots > 0);
  const secondSlot = beside(slots > 1);
  const dropout = learning?.dropout ?? layers.map(() => 0);
  const needs = { batch: batchCapacity, learning: learning !== undefined, dropout };
  const placed = placeLayers(layers, parameters, gradients, places, needs);
  const inputRate = dropout[0] as number;
  const visits = visitsOf(learning, inputs);
  const inRows = inputs.starts === 0 || inputRate > 0;
  const row = batchCapacity * data.width * 4;
  const widest = Math.max(...placed.map(({ stride }) => stride));
  const listCapacity = batchCapacity * Math.max(inputs.longest, widest) + 16;
  const listBytes = (Math.max(batchCapacity, data.width, widest) + 8) * 4 + listCapacity * 8;
  const scratchPacked = Math.ceil(listBytes / 64) * 64;
  const scratchTarget = scratchPacked + batchCapacity * widest * 4;
  const scratchBytes = Math.ceil((scratchTarget + widest * 4) / 64) * 64;
  const order = places.take(data.count * 4);
  const fields: PlacedPlan['fields'] = {
    ...inputs,
    clipLimit: learning?.clipping?.limit ?? 0,
    maxNorm: learning?.maxNorm ?? 0,
    layerCount: layers.length,
    layers: records,
    firstLearner: firstTrainable(layers),
    frozen: layers.length - ofTrainable(layers, layers).length,
    width: data.width,
    touched: visits === VISITS.touched ? places.take(inputs.maskWords * 8) : 0,
    labels: data.labels === undefined ? 0 : places.take(data.count * 4),
    targets: data.targets === undefined ? 0 : places.take(data.count * data.targetWidth * 4),
    labelIsTarget: network.sizes.at(-1) === 1 && (data.classes ?? 0) <= 2 ? 1 : 0,
    batchCapacity,
    order,
    inputOrder: augmenting?.fields.inputOrder ?? order,
    batchInputs: inRows ? places.take(row) : 0,
    batchKept: inputRate > 0 ? places.take(row) : 0,
    dropping: dropout.some((rate) => rate > 0) ? 1 : 0,
    dropThreshold: dropThreshold(inputRate),
    dropScale: 1 / (1 - inputRate),
    inputLists: inRows ? 0 : places.take(listBytes),
    listCapacity,
    costs: places.take(batchCapacity * 8),
    answers: places.take(batchCapacity * 4),
    scratch: places.take(scratchBytes * threads),
    scratchBytes,
    scratchPacked,
    scratchTarget,
    loss: lossNumber(loss),
    parameters,
    parameterBytes: bytes,
    gradients,
    before,
    firstSlot,
    secondSlot,
    update: rule === undefined ? 0 : updateNumber(rule),
    constants: places.take(MOST_CONSTANTS * 4),
    visits,
    l1: learning?.l1 ?? 0,
    twiceL2: 2 * (learning?.l2 ?? 0),
    clipping: clippingNumber(learning?.clipping),
    squares: places.take(needsSquares(learning) ? placed.reduce((sum, { stride }) => sum + (stride + 1) * 8, 0) : 0),
    threads,
    barrier: places.take(8),
    ...placeTurn(work, places),
  };
  const staging = places.take(Math.max(...layers.map((layer) => layer.inputs * strideOf(layer.outputs) * 4)));
  return { place, fields, layers: placed, staging, augmenting, end: places.end };
}

/** Places for what threads are told of a turn, and where they leave what comes of it. */
function placeTurn({ threads, learning, data }: Work, places: Places): PlacedPlan['fields'] {
  if (threads === undefined) return {};
  const turn = places.take(MOST_PORTIONS * (PORTION.bytes + MOST_CONSTANTS * 4));
  if (learning !== undefined) return { turn };
  return { turn, examinedCosts: places.take(data.count * 8), examinedAnswers: places.take(data.count * 4) };
}

/** Whether a norm is to be told. */
function needsSquares(learning: StepPlan | undefined): boolean {
  return learning !== undefined && (learning.clipping !== undefined || learning.maxNorm > 0);
}

/** Which rows of the first layer an update visits: those whose weights may move. */
function visitsOf(learning: StepPlan | undefined, inputs: PlacedInputs): number {
  const rule = learning?.optimizer.update.rule;
  const decays = rule !== undefined && rule.constants({ step: 1, learningRate: 1 })[0] !== 0;
  if (learning === undefined || rule === undefined || inputs.masks === 0) return VISITS.all;
  if (decays || learning.l1 > 0 || learning.l2 > 0) return VISITS.all;
  if (rule.kernel === 'sgd') return VISITS.touched;
  // Momentum adds its velocity of 0, which makes a weight of -0 into +0.
  return rule.kernel === 'momentum' || rule.kernel === 'nesterov' ? VISITS.all : VISITS.lit;
}
