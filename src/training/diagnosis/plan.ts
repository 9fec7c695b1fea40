// Suspicions about the options of a training: decay, dropout, clipping, the schedule, the loss, large batches.
import { lossFor } from '../../learning/checkFit.js';
import { weightDecayOf } from '../../learning/divergence.js';
import type { Loss } from '../../learning/losses/loss.js';
import type { Optimizer } from '../../learning/optimizers/optimizer.js';
import { rateAt } from '../../learning/schedules/schedule.js';
import type { Network } from '../../model/Network.js';
import { ownField } from '../../support/views.js';
import type { TrainingOptions } from '../TrainingOptions.js';
import type { FindingKind } from './finding.js';
import { largestOf } from './rows.js';
import type { Suspicion } from './suspicion.js';
import type { Trial } from './trial.js';

/** Steps of a schedule that are looked at. */
const LOOKS = 100;

/** A batch that leaves fewer steps than this is suspicious. */
const FEW_STEPS = 300;
const SMALL_BATCH = 16;

/** Suspicions about all options but the learning rate. */
export function planSuspicions(network: Network, { options, steps }: Trial): Suspicion[] {
  return [
    ...decay(options),
    ...dropout(options),
    ...bounds(options),
    ...schedule(options, steps),
    ...loss(network, options),
    ...batch(options, steps),
  ];
}

/** The largest learning rate of a training. */
export function largestRate({ learningRate }: Optimizer, steps: number): number {
  if (typeof learningRate === 'number') return learningRate;
  return largestOf(Array.from({ length: LOOKS }, (_, look) => rateAt(learningRate, Math.floor((look * steps) / LOOKS))));
}

function suspicion(kind: FindingKind, change: Partial<Trial['options']>, message: string): Suspicion {
  return { without: (trial) => ({ ...trial, options: { ...trial.options, ...change } }), finding: { kind, message } };
}

/** Whether a penalty or weight decay draws the weights to 0. */
export function decays({ l1 = 0, l2 = 0, optimizer }: Trial['options']): boolean {
  return l1 > 0 || l2 > 0 || weightDecayOf(optimizer) > 0;
}

function decay({ l1 = 0, l2 = 0, optimizer }: Trial['options']): Suspicion[] {
  const share = weightDecayOf(optimizer);
  const named = [
    ...(l1 > 0 ? [`l1: ${l1}`] : []),
    ...(l2 > 0 ? [`l2: ${l2}`] : []),
    ...(share > 0 ? [`weightDecay: ${share} of ${optimizer.name}`] : []),
  ];
  if (named.length === 0) return [];
  const message = `${named.join(' and ')} draws the weights to 0 faster than the examples let them grow. Try a hundredth of it, or leave it out.`;
  return [suspicion('decay', { l1: 0, l2: 0, optimizer: withoutDecay(optimizer, share) }, message)];
}

/** The optimizer without its weight decay: what the decay took is added again. The steps of built-in optimizers do not depend on the weights. */
function withoutDecay(optimizer: Optimizer, share: number): Optimizer {
  if (share === 0) return optimizer;
  return {
    ...optimizer,
    update(parameters, gradient, slots, moment) {
      const before = parameters.slice();
      optimizer.update(parameters, gradient, slots, moment);
      const taken = Math.fround(Math.fround(moment.learningRate) * Math.fround(share));
      for (let i = 0; i < parameters.length; i++) parameters[i] = parameters[i] + taken * before[i];
    },
  };
}

function dropout({ dropout: rates = 0 }: TrainingOptions): Suspicion[] {
  if (typeof rates === 'number' ? rates === 0 : rates.every((rate) => rate === 0)) return [];
  const message = `dropout: ${typeof rates === 'number' ? rates : `[${rates}]`} leaves too few neurons to learn with. Try half of it, or leave it out.`;
  return [suspicion('dropout', { dropout: 0 }, message)];
}

function bounds(options: TrainingOptions): Suspicion[] {
  const given = (['clipValue', 'clipNorm', 'globalClipNorm', 'maxNorm'] as const).filter((name) => options[name] !== undefined);
  if (given.length === 0) return [];
  const none = { clipValue: undefined, clipNorm: undefined, globalClipNorm: undefined, maxNorm: undefined };
  const message = `${given.map((name) => `${name}: ${options[name]}`).join(' and ')} holds the weights back. Give more room, or leave it out.`;
  return [suspicion('clipping', none, message)];
}

function schedule({ optimizer }: Trial['options'], steps: number): Suspicion[] {
  const { learningRate } = optimizer;
  if (typeof learningRate === 'number') return [];
  const largest = largestRate(optimizer, steps);
  if (largest === 0) return [];
  const length = ownField(learningRate, 'steps');
  const made = length === undefined ? '' : ` It is made for ${length} steps, and the training has ${steps}.`;
  const message = `The schedule of ${optimizer.name} is at its largest rate, ${largest}, for too short a time.${made} Give it the steps of the whole training, epochs x batches, or take a constant rate.`;
  return [suspicion('schedule', { optimizer: { ...optimizer, learningRate: largest } }, message)];
}

function loss(network: Network, { loss: given }: { readonly loss?: Loss | undefined }): Suspicion[] {
  const fit = lossFor(network, undefined);
  if (given === undefined || given.name === fit.name) return [];
  const message = `${given.name} does not move these outputs. Take ${fit.name}, which is the loss if none is named.`;
  return [suspicion('lossFit', { loss: fit }, message)];
}

function batch({ batchSize }: Trial['options'], steps: number): Suspicion[] {
  if (steps >= FEW_STEPS) return [];
  const smaller = (trial: Trial): Trial => {
    const old = Math.min(batchSize, trial.learnt.count);
    const more = Math.ceil((trial.steps * old) / SMALL_BATCH);
    return { ...trial, options: { ...trial.options, batchSize: SMALL_BATCH }, steps: more };
  };
  const longer = (trial: Trial): Trial => ({ ...trial, steps: 10 * trial.steps });
  const all = `${steps} steps are few.`;
  const message = `batchSize: ${batchSize} leaves ${steps} steps in all. Take smaller batches, as ${SMALL_BATCH}, or more epochs.`;
  return [
    ...(batchSize > SMALL_BATCH ? [{ without: smaller, finding: { kind: 'fewSteps' as const, message } }] : []),
    { without: longer, finding: { kind: 'fewSteps', message: `${all} Give it ten times as many epochs.` } },
  ];
}
