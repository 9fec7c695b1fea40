// Describes a training in words. Two trainings with the same words take the same steps.
import { isPlain } from '../../data/checkDataset.js';
import type { ClassWeights } from '../../data/classWeights.js';
import type { Dataset } from '../../data/Dataset.js';
import type { Optimizer } from '../../learning/optimizers/optimizer.js';
import { rateAt } from '../../learning/schedules/schedule.js';
import type { Network } from '../../model/Network.js';
import { encodeUtf8 } from '../../support/utf8.js';
import { describe as inWords, listed } from '../../support/wording.js';
import type { Plan } from '../../training/planTraining.js';
import type { DatalessPlan } from '../../training/stepOptions.js';
import { hashOf } from './hash.js';

/** Words by the option or the part of the training that they describe. */
export type TrainingWords = Readonly<Record<string, string>>;

/**
 * Everything that decides the steps of a training, but for the number of epochs, of which a resumed training may have more, and for
 * what describeSchedules describes. Custom functions are described by their names.
 */
export function describeTraining(plan: Plan): (steps: number) => TrainingWords {
  const { data, validation, earlyStopping, reduceOnPlateau } = plan;
  const words = {
    // Before the data, whose fingerprint has the weights in it.
    classWeights: classWeightsWords(plan.classWeights),
    data: dataWords(data),
    classNames: namesWords(plan.names.classNames),
    columnNames: namesWords(plan.names.columnNames),
    validation: validation === undefined ? 'none' : dataWords(validation),
    batchSize: `${plan.batchSize}`,
    shuffle: `${plan.shuffle}`,
    earlyStopping:
      earlyStopping === undefined
        ? 'none'
        : `a function${earlyStopping.restoreBestWeights ? ' that restores the best weights' : ''}`,
    reduceOnPlateau: reduceOnPlateau === undefined ? 'none' : 'a function',
    history: plan.history,
    measures: (plan.measures ?? []).map(({ name }) => inWords(name)).join(', ') || NO_NAMES,
  };
  const stepWords = describeSteps(plan);
  return (steps) => ({ ...words, ...stepWords(steps) });
}

/** What decides an update, beside its examples, and the learning rates up to a step. */
export function describeSteps(plan: DatalessPlan): (steps: number) => TrainingWords {
  const { network, loss, optimizer, clipping, augmentation, classWeights } = plan;
  const words = {
    network: networkWords(network),
    loss: loss.name,
    'loss kernel': loss.kernel ?? CUSTOM,
    optimizer: [optimizer.name, ...(optimizer.update.rule?.constants({ step: 1, learningRate: 1 }) ?? [])].map(short).join(' '),
    'optimizer settings': optimizerWords(optimizer),
    seed: `${plan.seed}`,
    l1: `${plan.l1}`,
    l2: `${plan.l2}`,
    clipping: clipping === undefined ? 'none' : `${clipping.kind} ${clipping.limit}`,
    maxNorm: plan.maxNorm === 0 ? 'none' : `${plan.maxNorm}`,
    classWeights: classWeightsWords(classWeights),
    dropout: plan.dropout.join(', '),
    augmentation:
      augmentation === undefined
        ? 'none'
        : `${augmentation.parts.map((part) => Object.values(part).join(' ')).join(', ')} of width ${augmentation.width}, strength ${augmentation.strengthAt(0)}`,
  };
  const rate = (step: number) => rateAt(optimizer.learningRate, step);
  return (steps) => ({
    ...words,
    learningRate: steps === 0 ? `${rate(0)} at step 1` : `${rate(0)} at step 1, ${rate(steps - 1)} at step ${steps}`,
  });
}

/** The words for a custom function, of which only the results can be compared. */
export const CUSTOM = 'custom';

function optimizerWords({ slots, update: { rule } }: Optimizer): string {
  if (rule === undefined) return `${CUSTOM}, ${slots} slots`;
  const { kernel, settings, constants } = rule;
  return `${kernel}, ${settings ? settingsWords(settings) : constants({ step: 1, learningRate: 1 }).join(' ')}`;
}

/** Names, and numbers with all digits: a difference in the last bit leads to other weights. */
export function settingsWords(settings: Readonly<Record<string, unknown>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

/** The words of names that are not given. */
export const NO_NAMES = 'none';

/** Whether the words are names, which may be missing. */
export function isNames(about: string): boolean {
  return about === 'classNames' || about === 'columnNames';
}

function namesWords(names: readonly string[] | undefined): string {
  if (names === undefined) return NO_NAMES;
  return `${listed(names.map(inWords))}, fingerprint ${hashOf(encodeUtf8(JSON.stringify(names)))}`;
}

function classWeightsWords(weights: ClassWeights | undefined): string {
  if (weights === undefined || weights === 'balanced') return weights ?? NO_NAMES;
  return Object.entries(weights)
    .map(([name, weight]) => `${inWords(name)} ${weight}`)
    .join(', ');
}

function networkWords({ layers, sizes }: Network): string {
  const activations = layers.map(({ activation, trainable }) => (trainable === false ? 'frozen ' : '') + activation.name);
  return `${sizes.join('-')}, ${activations.join(', ')}`;
}

/** A number that was rounded to float32, as it was written. */
function short(word: unknown): string {
  return typeof word === 'number' ? `${Number(word.toPrecision(7))}` : typeof word === 'string' ? word : inWords(word);
}

function dataWords(data: Dataset): string {
  const { count, width, classes, targets, targetWidth } = data;
  const answers = targets === undefined ? `${classes} classes` : `${targetWidth} targets`;
  return `${count} x ${width} inputs, ${answers}, fingerprint ${isPlain(data) ? plainHash(data) : readHash(data)}`;
}

function plainHash({ inputs, labels, targets, scale, sampleWeights }: Dataset): string {
  return hashOf(Float64Array.of(scale), inputs, ...[labels, targets, sampleWeights].filter((array) => array !== undefined));
}

/** The fingerprint of a data set with a custom reader: of what it reads. */
function readHash(data: Dataset): string {
  const inputs = data.readInputs();
  const targets = new Float32Array(data.count * data.targetWidth);
  for (let index = 0; index < data.count; index++) {
    data.readTarget(targets.subarray(index * data.targetWidth, (index + 1) * data.targetWidth), index);
  }
  return hashOf(inputs, targets, ...(data.sampleWeights === undefined ? [] : [data.sampleWeights]));
}
