// Every option of a training, changed as little as can be: a checkpoint is refused and the option named, or the bits are those of a
// training that had the changed option from its start (cases 275 and 276).
import {
  adam,
  adamW,
  binaryCrossEntropy,
  constantRate,
  cosineDecay,
  defineLoss,
  earlyStopping,
  exponentialDecay,
  f1,
  fit,
  inTurn,
  meanSquaredError,
  Network,
  type Optimizer,
  quadratic,
  reduceOnPlateau,
  rmsprop,
  rocAuc,
  sgd,
  stepDecay,
  type TrainingOptions,
  tanh,
  warmup,
} from 'glassbox-nn';
import { augment, brightness, dataset, elastic, fallingStrength, noise, rotate, shear, shift, zoom } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { TRAINING_OPTIONS } from '../../src/training/planTraining.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { errorOf } from '../support/refusals.js';
import { placeInMemory } from '../support/savedPlaces.js';
import { randomExamples } from '../support/toyData.js';

/** 24 images of 3 x 3 pixels. */
const examples = randomExamples(24, 9, 2);
const images = dataset({
  inputs: examples.inputs.map((number) => Math.abs(number) % 1),
  width: 9,
  labels: examples.labels as Int32Array,
  classes: 2,
});
const others = images.take(6);
const changedOthers = dataset({
  inputs: others.inputs.map((number, index) => (index === 0 ? number / 2 : number)),
  width: 9,
  labels: others.labels as Int32Array,
  classes: 2,
});
const fresh = () => new Network([9, 5, 2], { hidden: tanh, seed: 1 });
const always = { batchSize: 6, epochs: 8 };

/** Of the 32 steps, half are done when it is saved, within an epoch. */
const SAVED = 14;

/** The next number above. */
function above(number: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, number);
  view.setBigInt64(0, view.getBigInt64(0) + 1n);
  return view.getFloat64(0);
}

const optimized = (optimizer: Optimizer): TrainingOptions => ({ optimizer });
const scheduled = (learningRate: (step: number) => number) => optimized(sgd({ learningRate }));
const augmented = (part: Parameters<typeof augment>[0][number], strength: number | ((progress: number) => number) = 1) => ({
  augmentation: augment([part], { width: 3, strength }),
});
const slowed = (more = {}) => ({
  reduceOnPlateau: reduceOnPlateau({ factor: 0.5, patience: 1, minDelta: 0.01, cooldown: 1, minLearningRate: 1e-5, ...more }),
});
const stopped = (more = {}) => ({
  validationData: others,
  earlyStopping: earlyStopping({ patience: 8, minDelta: 0.001, ...more }),
});
const customLoss = defineLoss({
  name: 'quadratic',
  value: (outputs, target) => Math.abs((outputs[0] as number) - (target[0] as number)),
  gradient: (outputs) => new Float32Array(outputs.length).fill(0.1),
});
/** The fifth step has another rate. */
const but5th = (rate: number) => (step: number) => (step === 4 ? rate : 0.1);

/** What is changed, the option that the refusal names, or that the bits are the same; and both options. */
type Case = readonly [string, string, TrainingOptions, TrainingOptions];

const cases: readonly Case[] = [
  ['optimizer', 'optimizer', optimized(adam()), optimized(rmsprop())],
  ['another of its kind', 'optimizer', optimized(adam()), optimized(adamW())],
  ['momentum for Nesterov', 'optimizer', optimized(sgd({ momentum: 0.9 })), optimized(sgd({ momentum: 0.9, nesterov: true }))],
  ['Nesterov for momentum', 'optimizer', optimized(sgd({ momentum: 0.9, nesterov: true })), optimized(sgd({ momentum: 0.9 }))],
  [
    'momentum',
    'optimizer.momentum: expected 0.9,',
    optimized(sgd({ momentum: 0.9 })),
    optimized(sgd({ momentum: 0.90000002 })),
  ],
  ['weightDecay of sgd', 'weightDecay', optimized(sgd({ weightDecay: 0.01 })), optimized(sgd({ weightDecay: above(0.01) }))],
  ...(['beta1', 'beta2', 'epsilon', 'weightDecay'] as const).map((name): Case => {
    const value = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7, weightDecay: 0.004 }[name];
    return [`${name} of adamW`, name, optimized(adamW()), optimized(adamW({ [name]: above(value) }))];
  }),
  ...(['rho', 'epsilon', 'weightDecay'] as const).map((name): Case => {
    const value = { rho: 0.9, epsilon: 1e-7, weightDecay: 0.01 }[name];
    const given = { weightDecay: 0.01 };
    return [`${name} of rmsprop`, name, optimized(rmsprop(given)), optimized(rmsprop({ ...given, [name]: above(value) }))];
  }),
  ['learningRate', 'learningRate', optimized(sgd({ learningRate: 0.1 })), optimized(sgd({ learningRate: above(0.1) }))],
  ['a rule of its own', 'optimizer', optimized(sgd()), optimized({ ...sgd(), update: (all) => void all.fill(0.5) })],
  ['a schedule at one step', 'learningRate', scheduled(but5th(0.1)), scheduled(but5th(above(0.1)))],
  ['a schedule after that step', 'same', scheduled((step) => (step < 20 ? 0.1 : 0.2)), scheduled(() => 0.1)],
  ['constantRate', 'learningRate', scheduled(constantRate(0.1)), scheduled(constantRate(above(0.1)))],
  ...(['from', 'to', 'steps'] as const).map((name): Case => {
    const given = { from: 0.1, to: 0.01, steps: 32 };
    return [
      `${name} of cosineDecay`,
      'learningRate',
      scheduled(cosineDecay(given)),
      scheduled(cosineDecay({ ...given, [name]: name === 'steps' ? 33 : 1.0000001 * given[name] })),
    ];
  }),
  ...(['from', 'factor', 'steps'] as const).map((name): Case => {
    const given = { from: 0.1, factor: 0.5, steps: 32 };
    return [
      `${name} of exponentialDecay`,
      'learningRate',
      scheduled(exponentialDecay(given)),
      scheduled(exponentialDecay({ ...given, [name]: name === 'steps' ? 33 : 1.0000001 * given[name] })),
    ];
  }),
  ...(['from', 'factor', 'every'] as const).map((name): Case => {
    const given = { from: 0.1, factor: 0.5, every: 5 };
    return [
      `${name} of stepDecay`,
      'learningRate',
      scheduled(stepDecay(given)),
      scheduled(stepDecay({ ...given, [name]: name === 'every' ? 6 : above(given[name]) })),
    ];
  }),
  ...(['from', 'to', 'steps'] as const).map((name): Case => {
    const given = { from: 0.01, to: 0.1, steps: 20 };
    return [
      `${name} of warmup`,
      'learningRate',
      scheduled(warmup(given)),
      scheduled(warmup({ ...given, [name]: name === 'steps' ? 21 : 1.0000001 * given[name] })),
    ];
  }),
  [
    'steps of inTurn',
    'learningRate',
    scheduled(inTurn([constantRate(0.1), 5], constantRate(0.2))),
    scheduled(inTurn([constantRate(0.1), 6], constantRate(0.2))),
  ],
  ['loss', 'loss', { loss: quadratic }, { loss: binaryCrossEntropy }],
  ['loss of the same formula', 'loss', { loss: quadratic }, { loss: meanSquaredError }],
  ['a loss of its own of the same name', 'loss', { loss: quadratic }, { loss: customLoss }],
  ['epochs', 'same', {}, { epochs: 11 }],
  ['batchSize', 'batchSize', {}, { batchSize: 7 }],
  ['shuffle', 'shuffle', {}, { shuffle: false }],
  ['seed', 'seed', {}, { seed: 1 }],
  ['l1', 'l1', { l1: 0.01 }, { l1: above(0.01) }],
  ['l2', 'l2', { l2: 0.01 }, { l2: above(0.01) }],
  ['clipValue', 'clipping', { clipValue: 0.01 }, { clipValue: above(0.01) }],
  ['clipNorm', 'clipping', { clipNorm: 0.01 }, { clipNorm: above(0.01) }],
  ['globalClipNorm', 'clipping', { globalClipNorm: 0.01 }, { globalClipNorm: above(0.01) }],
  ['maxNorm', 'maxNorm', { maxNorm: 0.5 }, { maxNorm: above(0.5) }],
  ['dropout', 'dropout', { dropout: 0.2 }, { dropout: above(0.2) }],
  ['dropout of one column', 'dropout', { dropout: [0, 0.2] }, { dropout: [0.1, 0.2] }],
  ...[rotate, shift, zoom, shear, brightness, noise].map((part): Case => {
    return [`augmentation by ${part.name}`, 'augmentation', augmented(part(0.1)), augmented(part(above(0.1)))];
  }),
  ...(['sigma', 'amplitude'] as const).map((name): Case => {
    const given = { sigma: 2, amplitude: 1 };
    const [part, other] = [elastic(given), elastic({ ...given, [name]: above(given[name]) })];
    return [`${name} of elastic`, 'augmentation', augmented(part), augmented(other)];
  }),
  ['strength of an augmentation', 'augmentation', augmented(noise(0.1), 0.5), augmented(noise(0.1), above(0.5))],
  ...(['full', 'end'] as const).map((name): Case => {
    const given = { full: 0.1, end: 0.2 };
    const [strength, other] = [fallingStrength(given), fallingStrength({ ...given, [name]: 1.0000001 * given[name] })];
    return [`${name} of fallingStrength`, 'augmentation', augmented(noise(0.1), strength), augmented(noise(0.1), other)];
  }),
  [
    'epochs of a falling strength',
    'augmentation',
    augmented(noise(0.1), fallingStrength({ full: 0.1 })),
    { ...augmented(noise(0.1), fallingStrength({ full: 0.1 })), epochs: 11 },
  ],
  ['validationData', 'validation', { validationData: others }, { validationData: changedOthers }],
  ['validationSplit', 'validationSplit', { validationSplit: 0.25 }, { validationSplit: 0.3 }],
  ['earlyStopping', 'earlyStopping', {}, { earlyStopping: () => false }],
  ['patience of earlyStopping', 'same', stopped(), stopped({ patience: 9 })],
  ['minDelta of earlyStopping', 'same', stopped(), stopped({ minDelta: above(0.001) })],
  ['monitor of earlyStopping', 'same', stopped(), stopped({ monitor: 'validationAccuracy' })],
  ['restoreBestWeights of earlyStopping', 'earlyStopping', stopped(), stopped({ restoreBestWeights: true })],
  ['reduceOnPlateau', 'reduceOnPlateau', {}, { reduceOnPlateau: () => 1 }],
  ['factor of reduceOnPlateau', 'reduceOnPlateau', slowed(), slowed({ factor: above(0.5) })],
  ['patience of reduceOnPlateau', 'reduceOnPlateau', slowed(), slowed({ patience: 2 })],
  ['minDelta of reduceOnPlateau', 'reduceOnPlateau', slowed(), slowed({ minDelta: above(0.01) })],
  ['cooldown of reduceOnPlateau', 'reduceOnPlateau', slowed(), slowed({ cooldown: 0 })],
  ['minLearningRate of reduceOnPlateau', 'reduceOnPlateau', slowed(), slowed({ minLearningRate: above(1e-5) })],
  ['monitor of reduceOnPlateau', 'reduceOnPlateau', slowed(), slowed({ monitor: 'accuracy' })],
  ['measures', 'measures', { measures: [f1] }, { measures: [f1, rocAuc] }],
  ['measures where there were none', 'measures', {}, { measures: [f1] }],
  ['classWeights', 'classWeights', { classWeights: 'balanced' }, { classWeights: [1, 2] }],
  ['classWeights where there were none', 'classWeights', {}, { classWeights: 'balanced' }],
  ['history', 'history', {}, { history: 'last' }],
];

async function savedBy(options: TrainingOptions): Promise<Uint8Array> {
  const { checkpoint, saved } = placeInMemory({ everySteps: 1 });
  await fit(fresh(), images, { ...always, ...options, checkpoint });
  return saved[SAVED - 1] as Uint8Array;
}

describe('a checkpoint, and another (cases 275 and 276)', () => {
  it.each(cases)('%s: %s', async (_what, outcome, options, changed) => {
    const bytes = await savedBy(options);
    const go = (network: Network, given: TrainingOptions) =>
      fit(network, images, { ...always, ...given, checkpoint: placeInMemory({}, bytes).checkpoint });
    // What is not changed goes on, to the bits of a training that was never stopped.
    for (const given of outcome === 'same' ? [options, changed] : [options]) {
      const [whole, resumed] = [fresh(), fresh()];
      await fit(whole, images, { ...always, ...given });
      await go(resumed, given);
      expect(hashOfNetwork(resumed)).toBe(hashOfNetwork(whole));
    }
    if (outcome === 'same') return;
    const network = fresh();
    const error = await errorOf(() => go(network, changed));
    expect(error).toMatchObject({ code: 'ARGUMENT' });
    expect((error as Error).message).toMatch(/^checkpoint: .*: expected .*as in the training that was saved.*, got /);
    expect((error as Error).message).toContain(outcome);
    expect(hashOfNetwork(network)).toBe(hashOfNetwork(fresh()));
  });

  it('is tried for every option of a training that decides its bits', () => {
    const untried = ['onEpoch', 'onBatch', 'signal', 'onWarning'];
    const tried = new Set(cases.flatMap(([, , ...options]) => options.flatMap((given) => Object.keys(given))));
    expect(TRAINING_OPTIONS.filter((name) => !tried.has(name))).toEqual(untried);
  });
});
