import { checkInputs } from '../../data/checkDataset.js';
import type { Dataset } from '../../data/Dataset.js';
import { lossFor } from '../../learning/checkFit.js';
import type { Loss } from '../../learning/losses/loss.js';
import { adam } from '../../learning/optimizers/adam.js';
import { namedParameters } from '../../learning/parameters.js';
import { copyOf } from '../../model/copyOf.js';
import type { Sizes } from '../../model/sizes.js';
import type { Network } from '../../model/typedBySizes.js';
import { checkFinite } from '../../support/checks.js';
import { optionHome, readOptions } from '../../support/options.js';
import { planTraining, TRAINING_OPTIONS } from '../planTraining.js';
import type { TrainingOptions } from '../TrainingOptions.js';
import { targetScale } from '../targetScale.js';
import { type Diagnosis, diagnosisOf, type Finding } from './finding.js';
import { sameInputs } from './inputs.js';
import { lossFit, lossWarned } from './lossFit.js';
import { zeroRate } from './rate.js';
import { reference } from './reference.js';
import { causes } from './search.js';
import { targetsOf } from './skill.js';
import { singleClass } from './targets.js';
import { drawn, some, type Trial, tried } from './trial.js';
import { allFrozen, symmetry } from './weights.js';

/** Options of {@link diagnose}: those of the training, so that the same ones can be passed. */
export interface DiagnoseOptions extends TrainingOptions {}

/** The options of a trial that are those of the training. */
const KEPT_OPTIONS = [
  'shuffle',
  'seed',
  'l1',
  'l2',
  'clipValue',
  'clipNorm',
  'globalClipNorm',
  'maxNorm',
  'dropout',
  'augmentation',
] as const;

/** The most multiplications of a pass over the examples, and how many examples are taken. */
const WORK = 100_000_000;
const MOST_EXAMPLES = 1000;
const FEWEST_EXAMPLES = 50;

/** The fewest examples of which a quarter is kept, to measure the skill on. */
const ENOUGH_TO_PART = 200;

/** Epochs and steps that a training is assumed to have if none are given; whichever is more. */
const USUAL_EPOCHS = 30;
const USUAL_STEPS = 10_000;

/** A training learns if it learns nearly all, or so much of what the reference training learns. */
const LEARNT = 0.9;
const AS_MUCH = 0.8;

/** The least that the reference training must learn before there are findings about another. */
const LEARNABLE = 0.15;

/**
 * Says in words why a network does not learn.
 *
 * It trains a copy for some hundred steps on up to 1,000 of the examples, by the options that `train` is to be given, and, if that
 * learns little, another network by the book. Where the copy learns as much, nothing is found, whatever its numbers look like. Where
 * it does not, it is trained again without each thing that may hinder it: inputs or targets that are not scaled, decay, a schedule,
 * depth, weights, a learning rate that is too high or too low. What is found is what it learns without. Most take less than
 * a second, and some of networks that do not learn take several. The network and the data stay as they are.
 *
 * It compares with what one plain recipe learns from a sample: it may miss what this recipe does not learn either.
 *
 * @param network - The network, before, during or after training.
 * @param data - The training data.
 * @param options - Options of `train`. `epochs` says how long the training is: 30, and at least 10,000 steps, if left out.
 * Without an optimizer nothing is said about learning rates. Callbacks, `earlyStopping`, `reduceOnPlateau` and `signal` are not used.
 * @returns The findings, of which a healthy network has none; `String(findings)` is a line for each.
 * @throws As {@link train}, but for a loss that does not fit the network, which is a finding; and {@link NumericError} for a weight or
 * bias that is not finite.
 *
 * @example
 * ```ts
 * import { diagnose, Network, sgd } from 'glassbox-nn';
 * import { dataset } from 'glassbox-nn/data';
 *
 * const houses = dataset({ inputs: [[120, 3], [80, 2], [45, 1], [200, 5]], labels: [1, 0, 0, 1] });
 * const findings = diagnose(new Network([2, 8, 2]), houses, { optimizer: sgd({ learningRate: 0.5 }), epochs: 500 });
 * findings.map(({ kind, inputs }) => ({ kind, inputs })); // => [ { kind: 'inputScale', inputs: [ 0 ] } ]
 * String(findings).slice(0, 38); // => '1 of 2 inputs are large, up to 1.3e+2 '
 * ```
 */
export function diagnose<S extends Sizes>(network: Network<S>, data: Dataset, options: DiagnoseOptions = {}): Diagnosis {
  const given = readOptions('diagnose options', options, TRAINING_OPTIONS, optionHome);
  const loss = lossFor(network, given.loss);
  const unfit = lossFit(network, loss);
  if (unfit.length > 0) return diagnosisOf(unfit);
  checkFinite(namedParameters(network.layers), 'to be diagnosed');
  const own = trialOf(network, data, given, loss);
  const sure = [
    ...sameInputs(own.learnt),
    ...singleClass(own.learnt),
    ...allFrozen(network.layers),
    ...symmetry(network.layers),
    ...zeroRate(own),
  ];
  const findings = sure.length > 0 ? sure : found(network, own, given.optimizer !== undefined);
  const far = outOfReach(network, data, own, given.epochs ?? USUAL_EPOCHS);
  if (far.length === 0) return diagnosisOf(findings);
  // Training warns of such targets too; no rate and no seed could help, so there are no other findings.
  const ofTargets = findings.filter(({ kind }) => kind === 'targetScale');
  return diagnosisOf(ofTargets.length > 0 ? ofTargets : far);
}

function found(network: Network, own: Trial, namesRates: boolean): Finding[] {
  if (own.learnt.labels === undefined && targetsOf(own.learnt).variances.every((variance) => variance === 0)) return [];
  const first = tried(own);
  if (first.skill >= LEARNT) return [];
  const most = reference(own);
  if (most < LEARNABLE || first.skill >= AS_MUCH * most) return [];
  const outcome = tried(own, AS_MUCH * most);
  if (outcome.skill >= AS_MUCH * most) return [];
  const warned = lossWarned(network, own.learnt, own.options.loss as Loss);
  const findings = warned.length > 0 ? warned : causes(network, own, outcome, most);
  return namesRates ? findings : findings.filter(({ kind }) => kind !== 'rateTooHigh' && kind !== 'rateTooLow');
}

/** Findings about targets of which training warns. */
function outOfReach(network: Network, data: Dataset, { options }: Trial, epochs: number): Finding[] {
  const { optimizer = adam(), batchSize = 32 } = options;
  return targetScale(network, data, { optimizer, epochs, batchSize }).map((message) => ({ kind: 'targetScale', message }));
}

/** The training on some of the examples. */
function trialOf(network: Network, data: Dataset, given: TrainingOptions, loss: Loss): Trial {
  const plan = planTraining(network, data, { ...given, loss, onWarning: () => {} });
  checkInputs(plan.data);
  const most = Math.min(MOST_EXAMPLES, Math.max(FEWEST_EXAMPLES, Math.floor(WORK / network.parameterCount)));
  const sample = some(plan.data, most);
  const parted = sample.count >= ENOUGH_TO_PART;
  const order = drawn(sample.count);
  const part = Math.ceil(sample.count / 4);
  const batches = Math.ceil(plan.data.count / plan.batchSize);
  // With all names, so that fields of Object.prototype fill no gap.
  const kept = Object.fromEntries(KEPT_OPTIONS.map((name) => [name, given[name]]));
  const learnt = parted ? sample.select(order.slice(part)) : sample;
  return {
    network: () => copyOf(network),
    learnt,
    measured: parted ? sample.select(order.slice(0, part)) : learnt,
    options: { ...kept, loss, optimizer: given.optimizer ?? adam(), batchSize: plan.batchSize },
    steps: given.epochs === undefined ? Math.max(USUAL_EPOCHS * batches, USUAL_STEPS) : Math.max(1, given.epochs * batches),
  };
}
