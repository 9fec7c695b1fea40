// Trains copies of a network for some hundred steps, to see how much a training learns.
import type { Dataset } from '../../data/Dataset.js';
import type { Optimizer } from '../../learning/optimizers/optimizer.js';
import { rateAt } from '../../learning/schedules/schedule.js';
import type { Network } from '../../model/typedBySizes.js';
import { Random } from '../../random/Random.js';
import type { NumericError } from '../../support/errors.js';
import type { TrainingOptions } from '../TrainingOptions.js';
import { train } from '../train.js';
import { skillOf } from './skill.js';

/** The most steps of a trial, examples in all, and examples times parameters. */
const STEPS = 1000;
const EXAMPLES = 50_000;
const WORK = 100_000_000;

/** The cost of an update, as a multiple of that of an example. */
const UPDATE = 4;

/** The fewest steps of a trial, unless the training has fewer. */
const FEWEST = 20;

/** A training that is tried. */
export interface Trial {
  /** Makes the network, a new one for each try. */
  readonly network: () => Network;
  /** The data to train on, and to measure the skill on; the same where there are few examples. */
  readonly learnt: Dataset;
  readonly measured: Dataset;
  /** The options of the training. */
  readonly options: TrainingOptions & { readonly optimizer: Optimizer; readonly batchSize: number };
  /** Steps of the training itself; the trial has fewer where they are many. */
  readonly steps: number;
}

/** The outcome of a trial. */
export interface Outcome {
  /** How much was learnt, as skill.ts measures it. */
  readonly skill: number;
  /** Whether it diverged. */
  readonly ranAway: boolean;
  /** The network afterwards. */
  readonly network: Network;
}

/** The batch size and the steps of a trial, and how many steps of the training each of them stands for. */
interface Measures {
  readonly batch: number;
  readonly length: number;
  readonly faster: number;
}

function measuresOf({ network, options, steps, learnt }: Trial): Measures {
  const batch = Math.min(options.batchSize, learnt.count);
  const most = Math.min(STEPS, EXAMPLES / batch, WORK / (batch + UPDATE) / network().parameterCount);
  const length = Math.max(1, Math.min(steps, Math.max(FEWEST, Math.floor(most))));
  return { batch, length, faster: steps / length };
}

/** Runs a trial with its learning rates as they are. */
export function triedAsItIs(trial: Trial): Outcome {
  return run(trial, measuresOf(trial), 1);
}

/**
 * Runs a trial. Where the training has more steps than there is time for, the learning rates are larger by the factor by which there are
 * fewer steps; and where that does not learn `enough`, by the root of the factor, or as they are.
 */
export function tried(trial: Trial, enough = 0.6): Outcome {
  const measures = measuresOf(trial);
  const { faster } = measures;
  let best = run(trial, measures, faster);
  for (const rateFactor of faster < 1.5 ? [] : [1, Math.sqrt(faster)]) {
    if (best.skill >= enough) break;
    const other = run(trial, measures, rateFactor);
    if (other.skill > best.skill || (best.ranAway && !other.ranAway)) best = other;
  }
  return best;
}

/** The trial with its learning rates times a factor. */
export function withRate(trial: Trial, factor: number): Trial {
  return { ...trial, options: { ...trial.options, optimizer: scaled(trial.options.optimizer, factor) } };
}

function scaled(optimizer: Optimizer, factor: number, timeFactor = 1): Optimizer {
  const { learningRate } = optimizer;
  if (typeof learningRate === 'number') return { ...optimizer, learningRate: learningRate * factor };
  return { ...optimizer, learningRate: (step) => rateAt(learningRate, Math.floor(step * timeFactor)) * factor };
}

function run({ network, learnt, measured, options }: Trial, { batch, length, faster }: Measures, rateFactor: number): Outcome {
  const made = network();
  // Fewer steps than an epoch has take fewer examples.
  const batches = Math.ceil(learnt.count / batch);
  const taken = length < batches ? some(learnt, length * batch) : learnt;
  const epochs = Math.max(1, Math.round(length / Math.ceil(taken.count / batch)));
  const optimizer = scaled(options.optimizer, rateFactor, faster);
  try {
    train(made, taken, { ...options, optimizer, epochs, onWarning: () => {} });
    const skill = skillOf(made, measured);
    return { skill, ranAway: false, network: made };
  } catch (error) {
    // By its code, since two copies of this library may meet. All other errors have other causes.
    if ((error as Partial<NumericError> | null | undefined)?.code !== 'NUMERIC') throw error;
    return { skill: skillOf(made, measured), ranAway: true, network: made };
  }
}

/** At most `count` examples, drawn from all of the data. */
export function some(data: Dataset, count: number): Dataset {
  return data.count <= count ? data : data.select(drawn(data.count).slice(0, count));
}

/** All indices in random order: data may be sorted, or its classes may take turns. */
export function drawn(count: number): Uint32Array {
  return Random.stream(0, 'diagnose').shuffle(Uint32Array.from({ length: count }, (_, place) => place));
}
