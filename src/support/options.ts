// Reads objects of options: their own properties only. A misspelt name is an error, and names of options that belong somewhere else, or
// of other libraries, are answered by what to do.
import { ArgumentError } from './errors.js';
import { isHollow } from './views.js';
import { closest, describe, wording } from './wording.js';

/** The remedies for names that belong somewhere else. */
type Elsewhere = Readonly<Record<string, string>> | ((name: string, known: readonly string[]) => string | undefined);

/**
 * A copy of the options. Inherited properties do not count, so that a polluted `Object.prototype` changes nothing; each getter is read
 * once; `undefined` counts as left out.
 *
 * @param elsewhere - Remedies for names that are often given here and belong somewhere else: by name, or from a function.
 */
export function readOptions<Options extends object>(
  what: string,
  given: Options | undefined,
  known: readonly (keyof Options & string)[],
  elsewhere: Elsewhere = {},
): Partial<Options> {
  const options: Partial<Options> = Object.create(null);
  if (given === undefined) return options;
  if (typeof given !== 'object' || given === null || isHollow(given) || Array.isArray(given)) {
    throw new ArgumentError(wording(what, `an object with any of ${known.join(', ')}`, describe(given)));
  }
  for (const name of Object.keys(given) as (keyof Options & string)[]) {
    if (!known.includes(name)) throw new ArgumentError(unknownOption(what, name, known, elsewhere));
    const value = given[name];
    if (value !== undefined) options[name] = value;
  }
  return options;
}

function unknownOption(what: string, name: string, known: readonly string[], elsewhere: Elsewhere): string {
  const listed = typeof elsewhere === 'function' ? elsewhere(name, known) : Object.hasOwn(elsewhere, name) && elsewhere[name];
  const meant = known.find((option) => beginsLike(option, name)) ?? closest(name, known);
  const remedy = listed || (meant && `Did you mean ${meant}?`);
  return wording(what, `any of ${known.join(', ')}`, describe(name), remedy);
}

/**
 * Our options, with what they do behind a colon, and their names in other libraries, in small letters without dashes. Of a name that
 * stands in several rows, as alpha, the first row counts whose option is taken.
 */
const ALIASES: readonly (readonly [ours: string, theirs: string])[] = [
  ['l2: alpha / (2 * batchSize)', 'alpha'],
  ['rho', 'alpha'],
  ['learningRate', 'lr rate eta alpha stepsize initiallearningrate learningrateinit'],
  ['epochs: how often to go over all examples', 'iterations maxiter niter'],
  ['batchSize', 'minibatchsize minibatch'],
  [
    'onEpoch: it is called with a record of every epoch, to be printed',
    'log verbose logperiod callback callbackperiod progress',
  ],
  ['seed', 'randomstate randomseed'],
  ['weightDecay', 'wd'],
  ['earlyStopping: earlyStopping()', 'stopping'],
  ['reduceOnPlateau: reduceOnPlateau()', 'slowing reducelronplateau plateau'],
  ['patience', 'niternochange'],
  ['validationSplit', 'validationfraction'],
  ['validationData', 'valdata'],
  ['loss', 'criterion'],
  ['l2', 'penalty'],
  ['globalClipNorm', 'maxgradnorm gradclip'],
  ['beta1 and beta2', 'betas'],
  ['measures: [f1], which are imported', 'metrics metric scoring'],
  ['classWeights', 'classweight'],
];

/** The right place of options, ours and theirs, by name. * stands for the option, and @ for the call that takes it. */
const PLACES: readonly (readonly [remedy: string, names: string])[] = [
  ['The optimizer has it: @{ optimizer: adam({ * }) }$.', 'learningRate beta1 beta2 epsilon'],
  ['The optimizer has it: @{ optimizer: sgd({ * }) }$.', 'momentum nesterov'],
  ['The optimizer has it: @{ optimizer: adamW({ * }) }$.', 'weightDecay'],
  ['The optimizer has it: @{ optimizer: rmsprop({ * }) }$.', 'rho'],
  [
    'train has it: train(network, data, { * }).',
    'optimizer loss epochs batchSize shuffle l1 l2 clipValue clipNorm globalClipNorm maxNorm dropout augmentation classWeights validationData validationSplit earlyStopping reduceOnPlateau measures history onEpoch onBatch signal',
  ],
  ['The network has it: new Network([2, 16, 1], { * }).', 'hidden output initializer biasInitializer'],
  [
    'The sizes say it, the inputs first and the outputs last: new Network([2, 16, 16, 1]).',
    'hiddenlayers hiddenlayersizes hiddensizes layers units neurons sizes inputsize inputs outputsize outputs inputshape',
  ],
  ['A network has two: { hidden: relu, output: softmax }.', 'activation activations'],
  ['Stop it by a signal: await fit(network, data, { signal: AbortSignal.timeout(10_000) }).', 'timeout maxtime'],
  [
    'Stop by what is reached: { earlyStopping: (history) => (history.at(-1)?.loss ?? 1) < 0.005 }.',
    'errorthresh tol tolerance',
  ],
  [
    'The rate may be a schedule: adam({ learningRate: cosineDecay({ from, steps }) }).',
    'schedule scheduler lrschedule lrscheduler learningrateschedule learningratescheduler decay',
  ],
  ['Write optimizer: adam().', 'praxis solver'],
  ['Use onEpoch and onBatch, earlyStopping: earlyStopping() and reduceOnPlateau: reduceOnPlateau().', 'callbacks'],
  ['Early stopping has it: { earlyStopping: earlyStopping({ * }) }.', 'patience minDelta restoreBestWeights monitor'],
  ['reduceOnPlateau has it: { reduceOnPlateau: reduceOnPlateau({ * }) }.', 'cooldown minLearningRate'],
  ['Only fit waits: await fit(network, data, { * }).', 'checkpoint threads'],
];

/** The values that options are shown with; others are shown with three dots. */
const VALUES: Readonly<Record<string, string>> = {
  learningRate: '0.01',
  momentum: '0.9',
  weightDecay: '0.004',
  epochs: '10',
  optimizer: 'adam()',
  loss: 'crossEntropy',
  patience: '5',
  earlyStopping: 'earlyStopping()',
  reduceOnPlateau: 'reduceOnPlateau()',
};

/** The remedy for the option `name` where the options `known` are taken; undefined for a name that is not listed. */
export function optionHome(name: string, known: readonly string[]): string | undefined {
  const aliases = ALIASES.filter((row) => isIn(row, name));
  const alias = aliases.find(([ours]) => known.includes(nameOf(ours))) ?? aliases[0];
  const ours = alias ? nameOf(alias[0]) : name;
  const spelled = known.find((option) => plain(option) === plain(ours));
  if (spelled !== undefined) return alias ? `Write ${alias[0]}.` : `Did you mean ${spelled}?`;
  const place = PLACES.find((row) => isIn(row, ours));
  if (place === undefined) return undefined;
  const [before, after] = known.includes('optimizer') ? ['', ''] : ['train(network, data, ', ')'];
  const option = place[1].split(' ').find((listed) => plain(listed) === plain(ours)) ?? ours;
  return place[0]
    .replace('*', `${option}: ${VALUES[option] ?? '...'}`)
    .replace('@', before)
    .replace('$', after);
}

/** The option of a row, without what it does. */
function nameOf(ours: string): string {
  return ours.split(/\W/)[0];
}

/** Whether a row lists the name. */
function isIn([, names]: readonly [string, string], name: string): boolean {
  return names.split(' ').some((listed) => plain(listed) === plain(name));
}

/** Whether one of two names is the beginning of the other: `batch` is meant for `batchSize`, and `onEpochEnd` for `onEpoch`. */
function beginsLike(option: string, name: string): boolean {
  const [ours, theirs] = [plain(option), plain(name)];
  return theirs.length > 2 && (ours.startsWith(theirs) || theirs.startsWith(ours));
}

/** The name as it is compared: `learning_rate` is `learningRate`. */
function plain(name: string): string {
  return name.replace(/[_-]/g, '').toLowerCase();
}
