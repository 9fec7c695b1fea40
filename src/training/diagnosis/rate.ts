// Findings about the learning rate, from a few trial steps on a copy of the network.
import type { Dataset } from '../../data/Dataset.js';
import type { Loss } from '../../learning/losses/loss.js';
import { targetRow } from '../../learning/losses/loss.js';
import type { Optimizer } from '../../learning/optimizers/optimizer.js';
import { rateAt } from '../../learning/schedules/schedule.js';
import type { Layer } from '../../model/Layer.js';
import type { Network } from '../../model/Network.js';
import type { NumericError } from '../../support/errors.js';
import { evaluate } from '../evaluate.js';
import { trainSteps } from '../trainSteps.js';
import { copyNetwork } from './copyNetwork.js';
import type { Finding } from './finding.js';
import { largestOf } from './rows.js';

/** Steps of a trial, and steps of a schedule that are looked at for its largest rate. */
const STEPS = 20;
const LOOKS = 100;

/** How far the weights of a layer go in a step at most, and all of them at least, as a share of their length. */
const FAR = 0.3;
const NEAR = 2e-5;

/** What a trial came to. */
interface Trial {
  /** For each layer, the length of an average step over the length of its weights, or over that of drawn ones if it is longer. */
  readonly moves: readonly number[];
  /** The cost before and after; infinite if it ran away. */
  readonly before: number;
  readonly after: number;
}

/** Tries the optimizer's rate, or the largest of its schedule. */
export function learningRate(network: Network, sample: Dataset, loss: Loss, given: Optimizer, batchSize: number): Finding[] {
  const rate = largestRate(given);
  if (rate === 0) {
    const message = `${given.name}: a learning rate of 0 is too low: nothing is learnt. Give one above 0, or leave it out.`;
    return [{ kind: 'rateTooLow', message }];
  }
  const optimizer = { ...given, learningRate: rate };
  const { moves, before, after } = trial(network, sample, loss, optimizer, batchSize);
  const farthest = largestOf(moves);
  const noIdea = costOfNoIdea(sample, loss, network.sizes.at(-1) as number);
  const worse = after > before * 1.05 && after > noIdea;
  if (worse || farthest > FAR) {
    const came = Number.isFinite(after) ? `went from ${inWords(before)} to ${inWords(after)}` : 'grew beyond all bounds';
    const message = `${given.name}: a learning rate of ${rate} is too high: in ${STEPS} trial steps the cost ${came}, and a step moves weights by up to ${percent(farthest)} of their length. Try a tenth of it.`;
    return [{ kind: 'rateTooHigh', message }];
  }
  // Where there is little left to learn, slopes are small, and so are steps at any rate.
  if (farthest >= NEAR || before < noIdea / 2) return [];
  const message = `${given.name}: a learning rate of ${rate} is too low: a step moves weights by ${percent(farthest)} of their length at most. Try ten times as much, as long as the cost falls.`;
  return [{ kind: 'rateTooLow', message }];
}

function largestRate({ learningRate }: Optimizer): number {
  if (typeof learningRate === 'number') return learningRate;
  const steps = learningRate.steps ?? 10 * LOOKS;
  return largestOf(Array.from({ length: LOOKS }, (_, look) => rateAt(learningRate, Math.floor((look * steps) / LOOKS))));
}

function trial(network: Network, sample: Dataset, loss: Loss, optimizer: Optimizer, batchSize: number): Trial {
  const copy = copyNetwork(network);
  const before = evaluate(copy, sample, { loss }).loss;
  const totals = network.layers.map(() => 0);
  let steps = 0;
  try {
    let last = copy.layers.map(({ weights }) => weights.slice());
    for (const { step } of trainSteps(copy, sample, { loss, optimizer, batchSize, epochs: STEPS, onWarning: () => {} })) {
      copy.layers.forEach((layer, index) => {
        totals[index] = (totals[index] as number) + moveOf(layer, last[index] as Float32Array);
      });
      last = copy.layers.map(({ weights }) => weights.slice());
      steps = step;
      if (step === STEPS) break;
    }
    return { moves: totals.map((total) => total / steps), before, after: evaluate(copy, sample, { loss }).loss };
  } catch (error) {
    // Told by its code, since two copies of this library may meet. All other errors have other causes.
    if ((error as Partial<NumericError> | null | undefined)?.code !== 'NUMERIC') throw error;
    return { moves: totals.map((total) => total / Math.max(steps, 1)), before, after: Number.POSITIVE_INFINITY };
  }
}

/** How far the weights went, as a share of their length before, or of that which Glorot's have if it is longer: 0 is a fair start. */
function moveOf({ weights, inputs, outputs }: Layer, before: Float32Array): number {
  let moved = 0;
  let length = 0;
  before.forEach((old, index) => {
    const move = (weights[index] as number) - old;
    moved += move * move;
    length += old * old;
  });
  return Math.sqrt(moved / Math.max(length, (2 * inputs * outputs) / (inputs + outputs)));
}

/** The cost of answering the mean of all targets to everything: what a network comes to that has learnt nothing of the inputs. */
function costOfNoIdea(sample: Dataset, loss: Loss, outputs: number): number {
  const targets = Array.from({ length: sample.count }, (_, example) => {
    const row = new Float32Array(outputs);
    sample.readTarget(row, example);
    return row;
  });
  const mean = new Float32Array(outputs).map(
    (_, place) => targets.reduce((sum, row) => sum + (row[place] as number), 0) / sample.count,
  );
  return targets.reduce((sum, row) => sum + loss(mean, targetRow(row, outputs)), 0) / sample.count;
}

function inWords(cost: number): string {
  return cost.toPrecision(3);
}

function percent(share: number): string {
  return Number.isFinite(share) ? `${(share * 100).toPrecision(2)}%` : 'many times the whole';
}
