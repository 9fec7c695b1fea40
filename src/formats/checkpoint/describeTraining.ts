// What a training is, in words: two of which all are the same take the same steps.
import type { Dataset } from '../../data/Dataset.js';
import { isPlain } from '../../data/plainInputs.js';
import { rateAt } from '../../learning/schedules/schedule.js';
import type { Network } from '../../model/Network.js';
import { listed } from '../../support/listed.js';
import { describe as inWords } from '../../support/wording.js';
import type { Plan } from '../../training/planTraining.js';
import { hashOf } from './hash.js';

/** Words by what they are about. */
export type TrainingWords = Readonly<Record<string, string>>;

/**
 * Everything that decides which steps a training takes, but how many epochs there are: a training may be given more. Functions are
 * told by their names, and by what they return.
 */
export function describeTraining(plan: Plan): (steps: number) => TrainingWords {
  const { network, data, validation, optimizer, augmentation, stopping, slowing } = plan;
  const words = {
    network: networkWords(network),
    data: dataWords(data),
    classNames: namesWords(plan.names.classNames),
    columnNames: namesWords(plan.names.columnNames),
    validation: validation === undefined ? 'none' : dataWords(validation),
    loss: plan.loss.name,
    optimizer: [optimizer.name, ...(optimizer.update.rule?.constants({ step: 1, learningRate: 1 }) ?? [])].map(short).join(' '),
    batchSize: `${plan.batchSize}`,
    shuffle: `${plan.shuffle}`,
    seed: `${plan.seed}`,
    l1: `${plan.l1}`,
    l2: `${plan.l2}`,
    clipping: plan.clipping === undefined ? 'none' : `${plan.clipping.kind} ${plan.clipping.limit}`,
    maxNorm: plan.maxNorm === 0 ? 'none' : `${plan.maxNorm}`,
    dropout: plan.dropout.join(', '),
    augmentation:
      augmentation === undefined
        ? 'none'
        : `${augmentation.parts.map((part) => Object.values(part).join(' ')).join(', ')} of width ${augmentation.width}, strength ${augmentation.strengthAt(0)}`,
    stopping:
      stopping === undefined ? 'none' : `a function${stopping.restoreBestWeights ? ' that restores the best weights' : ''}`,
    slowing: slowing === undefined ? 'none' : 'a function',
    history: plan.history,
  };
  const rate = (step: number) => rateAt(optimizer.learningRate, step);
  return (steps) => ({
    ...words,
    learningRate: steps === 0 ? `${rate(0)} at step 1` : `${rate(0)} at step 1, ${rate(steps - 1)} at step ${steps}`,
  });
}

/** The words of names that are not given. */
export const NO_NAMES = 'none';

/** Whether the words are names, which may be missing: in data, and in checkpoints of older versions. */
export function isNames(about: string): boolean {
  return about === 'classNames' || about === 'columnNames';
}

function namesWords(names: readonly string[] | undefined): string {
  if (names === undefined) return NO_NAMES;
  return `${listed(names.map(inWords))}, fingerprint ${hashOf(new TextEncoder().encode(JSON.stringify(names)))}`;
}

function networkWords({ layers, sizes }: Network): string {
  const activations = layers.map(({ activation, trainable }) => (trainable === false ? 'frozen ' : '') + activation.name);
  return `${sizes.join('-')}, ${activations.join(', ')}`;
}

/** A number that was rounded to float32, as it was written. */
function short(word: string | number): string {
  return typeof word === 'string' ? word : `${Number(word.toPrecision(7))}`;
}

function dataWords(data: Dataset): string {
  const { count, width, classes, targets, targetWidth } = data;
  const answers = targets === undefined ? `${classes} classes` : `${targetWidth} targets`;
  return `${count} x ${width} inputs, ${answers}, fingerprint ${isPlain(data) ? plainHash(data) : readHash(data)}`;
}

function plainHash({ inputs, labels, targets, scale }: Dataset): string {
  return hashOf(Float64Array.of(scale), inputs, ...[labels, targets].filter((answers) => answers !== undefined));
}

/** Of a data set with a reader of its own: of what it reads. */
function readHash(data: Dataset): string {
  const inputs = data.readInputs();
  const targets = new Float32Array(data.count * data.targetWidth);
  for (let index = 0; index < data.count; index++) {
    data.readTarget(targets.subarray(index * data.targetWidth, (index + 1) * data.targetWidth), index);
  }
  return hashOf(inputs, targets);
}
