// An optimizer: an update of the parameters, and how much state it needs for each; checks of its options; and built-in updates, which
// check their arguments when they are called by hand.
import { checkLength, functionValue, numberValue, numberWhere, sizeOf, wholeNumber } from '../../support/checks.js';
import { ArgumentError } from '../../support/errors.js';
import { isHollow, isList, readable, withFields } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';
import { checkRate, type Schedule } from '../schedules/schedule.js';

/** The step of an update, and its learning rate. */
export interface UpdateMoment {
  /** The number of the step, from 1. */
  readonly step: number;
  /** The learning rate of this step. */
  readonly learningRate: number;
}

/**
 * An optimizer: how parameters move against their gradient. It is a value without state: the optimizer state belongs to a training, and a second
 * training starts with a new one. Any object of this form is an optimizer.
 *
 * @example
 * ```ts
 * import { Network, type Optimizer, train } from 'glassbox-nn';
 * import { xor } from 'glassbox-nn/data';
 *
 * // Looks only at the signs of the gradient.
 * const signDescent: Optimizer = {
 *   name: 'signDescent',
 *   learningRate: 0.01,
 *   slots: 0,
 *   update(parameters, gradient, _slots, { learningRate }) {
 *     for (let i = 0; i < parameters.length; i++) parameters[i]! -= learningRate * Math.sign(gradient[i]!);
 *   },
 * };
 * const history = train(new Network([2, 4, 1]), xor(), { optimizer: signDescent, epochs: 300 });
 * history.at(-1)!.loss < history[0]!.loss; // => true
 * ```
 */
export interface Optimizer {
  /** A name for errors and reports. */
  readonly name: string;
  /** The learning rate, or a schedule that gives the rate of every step. */
  readonly learningRate: number | Schedule;
  /** Numbers of optimizer state for each parameter: 0 for plain descent, 1 with momentum, 2 for Adam. */
  readonly slots: number;
  /** Moves parameters; any function of this form will do. */
  readonly update: Update;
}

/** The update of an optimizer. */
export interface Update {
  /**
   * Moves parameters in place, and returns nothing. An {@link ArgumentError} refuses new parameters that are returned, since nothing
   * would be learnt, and a first step that moves neither parameters nor slots where gradient descent would move some.
   *
   * @param parameters - [n], the weights or the biases of a layer.
   * @param gradient - [n], the gradient of the batch's cost with respect to them.
   * @param slots - The optimizer state: `slots` arrays of [n], 0 at the start of a training.
   * @param moment - The step, and the learning rate.
   */
  (parameters: Float32Array, gradient: Float32Array, slots: readonly Float32Array[], moment: UpdateMoment): void;
  /** The built-in update as data, by which the core repeats its bits; undefined for a custom update, which is called. */
  readonly rule?: UpdateRule | undefined;
}

/** A built-in update as plain data. */
export interface UpdateRule {
  /** The name of the core's kernel. */
  readonly kernel: 'sgd' | 'momentum' | 'nesterov' | 'rmsprop' | 'adam';
  /** The float32 constants of a step, in the order in which the pass reads them; number 0 is the rate times the weight decay. */
  constants(moment: UpdateMoment): readonly number[];
  /** Moves parameters in place by the constants of a step, without the checks of {@link Update}; all arrays are of one length. */
  apply(parameters: Float32Array, gradient: Float32Array, slots: readonly Float32Array[], constants: readonly number[]): void;
  /** The options that it was made with: by them a checkpoint tells two of a kind apart. */
  readonly settings?: Readonly<Record<string, number>> | undefined;
}

/** Checks an optimizer, duck-typed. */
export function checkOptimizer(optimizer: Optimizer): Optimizer {
  if (typeof optimizer !== 'object' || optimizer === null || isHollow(optimizer)) {
    throw new ArgumentError(
      wording(
        'optimizer',
        'an optimizer, as sgd() or adam()',
        describe(optimizer),
        'Call one: adam(), or sgd({ learningRate: 0.1 }).',
      ),
    );
  }
  functionValue('optimizer.update', optimizer.update);
  wholeNumber('optimizer.slots', optimizer.slots, 0, 8);
  checkLearningRate('optimizer.learningRate', optimizer.learningRate);
  return optimizer;
}

/** Checks a learning rate: above 0, also as a float32. The rates of a schedule are checked step by step. */
export function checkLearningRate(what: string, learningRate: number | Schedule): void {
  if (typeof learningRate === 'function') functionValue(what, learningRate);
  else checkRate(what, learningRate);
}

/** Checks the decay rate of a running mean, or a momentum: 1 would never forget. */
export function checkShare(what: string, share: unknown): number {
  return numberWhere(what, share, 'a number from 0 to below 1', (value) => value >= 0 && value < 1);
}

/** A built-in optimizer, frozen: two trainings may have it. */
export function makeOptimizer(name: string, learningRate: number | Schedule, slots: number, rule: UpdateRule): Optimizer {
  return Object.freeze({ name, learningRate, slots, update: makeUpdate(rule, slots) });
}

/** The update that checks its arguments and then applies the rule; `slotCount` arrays belong to it. */
function makeUpdate(rule: UpdateRule, slotCount: number): Update {
  const update: Update = (parameters, gradient, slots, moment) => {
    checkUpdate(parameters, gradient, slots, slotCount, moment);
    rule.apply(parameters, gradient, slots, rule.constants(moment));
  };
  return withFields(update, { rule: Object.freeze(rule) });
}

/** Throws unless all arrays are of one length, and step and learning rate are numbers. */
function checkUpdate(
  parameters: Float32Array,
  gradient: Float32Array,
  slots: readonly Float32Array[],
  slotCount: number,
  given: UpdateMoment,
): void {
  const count = sizeOf('update: parameters', parameters);
  checkLength('update: gradient', gradient, count, 'as many as parameters');
  if (!isList(slots) || slots.length !== slotCount) {
    throw new ArgumentError(wording('update: slots', `a list of ${slotCount} arrays`, describe(slots)));
  }
  for (const [index, slot] of slots.entries()) checkLength(`update: slots[${index}]`, slot, count, 'as many as parameters');
  const { step, learningRate } = readable<UpdateMoment>(given);
  wholeNumber('update: step', step, 1);
  numberValue('update: learningRate', learningRate);
}

/** Weight decay, apart from the gradient: w -= decay w, where decay is the learning rate times the weight decay. */
export function applyWeightDecay(parameters: Float32Array, decay: number): void {
  for (let i = 0; i < parameters.length; i++) parameters[i] = parameters[i] - Math.fround(decay * parameters[i]);
}
