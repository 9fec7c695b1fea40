// Where everything lies that the core needs for a network on a data set: worked out in full before anything is written.
import type { Dataset } from '../data/Dataset.js';
import type { Loss } from '../learning/losses/loss.js';
import { firstTrainable, ofTrainable } from '../learning/parameters.js';
import { dropThreshold } from '../learning/parts/dropout.js';
import type { StepPlan } from '../learning/Step.js';
import type { Layer } from '../model/Layer.js';
import type { Network } from '../model/Network.js';
import { type PlacedAugmenting, placeAugmenting } from './augmenting/Augmenter.js';
import type { PlacedInputs } from './inputs.js';
import { clippingNumber, lossNumber, updateNumber, VISITS, visitsOf } from './kernels.js';
import { type PlacedLayer, parameterBytes, placeLayers, strideOf } from './layerPlaces.js';
import { LAYER, LISTS, PLAN, type PlanValues, PORTION, PRODUCT } from './planFields.js';
import { Places, wholeLines } from './record.js';

/** Examples that are worked on at a time: enough to fill the tiles of products, few enough for the caches. */
const MOST_AT_A_TIME = 128;

/** Most numbers that an update's rule has. */
export const MOST_CONSTANTS = 16;

/** Most portions of a turn. */
export const MOST_PORTIONS = 128;

/** A network on a data set, for a training or an evaluation. */
export interface Work {
  readonly network: Network;
  /** The data set, or how large the data sets are that take each other's place. */
  readonly data: Pick<Dataset, 'count' | 'width' | 'labels' | 'targets' | 'targetWidth' | 'classes' | 'sampleWeights'>;
  readonly loss: Loss;
  /** The plan of a training; undefined for an evaluation. */
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
  readonly fields: PlanValues;
  readonly layers: readonly PlacedLayer[];
  /** Where a layer's weights are handed over, as arrays have them. */
  readonly staging: number;
  /** Where those of each layer stay as the network's arrays had them last; nowhere where nothing is learnt. */
  readonly copies: readonly number[];
  /** Where images are changed, if they are. */
  readonly augmenting: PlacedAugmenting | undefined;
  /** Where the last place ends. */
  readonly end: number;
}

/** Finds a place for everything from `start` on. */
export function placePlan(work: Work, given: PlacedInputs, start: number): PlacedPlan {
  const { network, data, loss, learning } = work;
  const { layers } = network;
  const batch = Math.min(work.batch, data.count, MOST_AT_A_TIME);
  const places = new Places(start);
  const place = places.take(PLAN.bytes);
  const augmenting = placeAugmenting(work, given, batch, places);
  const inputs = augmenting?.changed ?? given;
  const records = places.take(LAYER.bytes * layers.length);
  const parameters = placeParameters(layers, learning, places);
  const dropout = learning?.dropout ?? layers.map(() => 0);
  const needs = { batch, learning: learning !== undefined, dropout };
  const placed = placeLayers(layers, parameters.parameters, parameters.gradients, places, needs);
  const order = places.take(data.count * 4);
  const fields: PlanValues = {
    ...inputs,
    layerCount: layers.length,
    layers: records,
    firstTrainable: firstTrainable(layers),
    frozen: layers.length - ofTrainable(layers, layers).length,
    loss: lossNumber(loss),
    width: data.width,
    labels: data.labels === undefined ? 0 : places.take(data.count * 4),
    targets: data.targets === undefined ? 0 : places.take(data.count * data.targetWidth * 4),
    labelIsTarget: labelIsTarget(network, data) ? 1 : 0,
    // An evaluation tells the cost of each example, and its caller weighs them.
    sampleWeights: learning && data.sampleWeights ? places.take(data.count * 4) : 0,
    order,
    inputOrder: augmenting?.fields.inputOrder ?? order,
    firstExample: 0,
    ...parameters,
    ...placeBatch(work, batch, inputs, placed, dropout, places),
    ...placeUpdate(learning, inputs, placed, places),
    ...placeTurn(work, places),
  };
  const staging = places.take(Math.max(...layers.map((layer) => layer.inputs * strideOf(layer.outputs) * 4)));
  const copied = learning === undefined ? [] : layers;
  const copies = copied.map(({ inputs, outputs }) => places.take(inputs * outputs * 4));
  return { place, fields, layers: placed, staging, copies, augmenting, end: places.end };
}

/** Places for the parameters, and for what is kept beside them. */
function placeParameters(layers: readonly Layer[], learning: StepPlan | undefined, places: Places) {
  const bytes = parameterBytes(layers);
  const beside = (needed: boolean) => (needed ? places.take(bytes) : 0);
  const rule = learning?.optimizer.update.rule;
  const slots = rule === undefined ? 0 : (learning?.optimizer.slots ?? 0);
  return {
    parameterBytes: bytes,
    parameters: places.take(bytes),
    gradients: beside(learning !== undefined),
    previous: beside(rule !== undefined),
    firstSlot: beside(slots > 0),
    secondSlot: beside(slots > 1),
  };
}

/** Places for the inputs of a batch, for its results, and for the scratch memory of each thread. */
function placeBatch(
  { data, threads = 1 }: Work,
  batchCapacity: number,
  inputs: PlacedInputs,
  layers: readonly PlacedLayer[],
  dropout: readonly number[],
  places: Places,
) {
  const rate = dropout[0];
  const inRows = inputs.starts === 0 || rate > 0;
  const row = batchCapacity * data.width * 4;
  const widest = Math.max(...layers.map(({ stride }) => stride));
  const listCapacity = batchCapacity * Math.max(inputs.longest, widest) + 16;
  const listBytes = LISTS.bytes + (Math.max(batchCapacity, data.width, widest) + 8) * 4 + listCapacity * 8;
  const scratchLists = wholeLines(PRODUCT.bytes);
  const scratchPanels = wholeLines(scratchLists + listBytes);
  const scratchTarget = scratchPanels + batchCapacity * widest * 4;
  const scratchBytes = wholeLines(scratchTarget + widest * 4);
  return {
    batchCapacity,
    batchInputs: inRows ? places.take(row) : 0,
    inputMask: rate > 0 ? places.take(row) : 0,
    dropping: dropout.some((share) => share > 0) ? 1 : 0,
    dropThreshold: dropThreshold(rate),
    dropScale: 1 / (1 - rate),
    inputLists: inRows ? 0 : places.take(listBytes),
    listCapacity,
    costs: places.take(batchCapacity * 8),
    answers: places.take(batchCapacity * 4),
    scratch: places.take(scratchBytes * threads),
    scratchBytes,
    scratchLists,
    scratchPanels,
    scratchTarget,
  };
}

/** Fields of an update: which optimizer it is, which weights it visits, penalties and limits. */
function placeUpdate(learning: StepPlan | undefined, inputs: PlacedInputs, layers: readonly PlacedLayer[], places: Places) {
  const rule = learning?.optimizer.update.rule;
  const visits = visitsOf(learning, inputs);
  return {
    update: rule === undefined ? 0 : updateNumber(rule),
    constants: places.take(MOST_CONSTANTS * 4),
    visits,
    batchMask: visits === VISITS.inBatch ? places.take(inputs.maskWords * 8) : 0,
    l1: learning?.l1 ?? 0,
    twiceL2: 2 * (learning?.l2 ?? 0),
    clipping: clippingNumber(learning?.clipping),
    clipLimit: learning?.clipping?.limit ?? 0,
    maxNorm: learning?.maxNorm ?? 0,
    squares: places.take(needsSquares(learning) ? layers.reduce((sum, { stride }) => sum + (stride + 1) * 8, 0) : 0),
  };
}

/** Places for the portions of a turn of threads, and for what they evaluate. */
function placeTurn({ network, threads, learning, data }: Work, places: Places) {
  const evaluated = threads === undefined || learning !== undefined ? 0 : data.count;
  return {
    threads: threads ?? 1,
    barrier: places.take(8),
    turn: threads === undefined ? 0 : places.take(MOST_PORTIONS * (PORTION.bytes + MOST_CONSTANTS * 4)),
    evaluatedCosts: places.take(evaluated * 8),
    evaluatedAnswers: places.take(evaluated * 4),
    evaluatedOutputs: places.take(evaluated * strideOf(network.sizes[network.sizes.length - 1]) * 4),
  };
}

/** Whether a label is the target of a single output. */
export function labelIsTarget({ sizes }: Pick<Network, 'sizes'>, { classes }: Pick<Dataset, 'classes'>): boolean {
  return sizes[sizes.length - 1] === 1 && (classes ?? 0) <= 2;
}

/** Whether the core must compute norms. */
function needsSquares(learning: StepPlan | undefined): boolean {
  return learning !== undefined && (learning.clipping !== undefined || learning.maxNorm > 0);
}
