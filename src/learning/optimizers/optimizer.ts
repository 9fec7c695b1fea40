// What an optimizer is: a rule that moves parameters downhill, and the memory it needs for each.
import { functionValue, wholeNumber } from '../../support/checks.js';
import { ArgumentError } from '../../support/errors.js';
import { isHollow } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';
import type { Schedule } from '../schedules/schedule.js';
import { checkLearningRate } from './checks.js';

/** When an update happens, and how far it should go. */
export interface UpdateMoment {
  /** How many updates there have been with this one, from 1. */
  readonly step: number;
  /** How far to go; a multiple of the gradient for plain descent. */
  readonly learningRate: number;
}

/**
 * A rule that moves parameters downhill. It is a value without state of its own: the memory it asks for belongs to one training,
 * so a second training starts it afresh. Any object of this form is an optimizer.
 *
 * @example
 * ```ts
 * import { Network, type Optimizer, train } from 'glassbox-nn';
 * import { xor } from 'glassbox-nn/data';
 *
 * // Looks only at the sign of each slope.
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
  /** How many numbers it remembers for each parameter: 0 for plain descent, 1 with momentum, 2 for Adam. */
  readonly slots: number;
  /** Moves parameters; a plain function will do. */
  readonly update: Update;
}

/** How an optimizer moves parameters. */
export interface Update {
  /**
   * Moves parameters in place, and returns nothing: new parameters that are returned are refused with an {@link ArgumentError}, since
   * nothing would be learnt. So is a first step that moves neither parameters nor slots, where descent would move some.
   *
   * @param parameters - [n], the weights or the biases of a layer.
   * @param gradient - [n], the slope of the batch's cost by each.
   * @param slots - `slots` arrays of [n], 0 at the start of a training.
   * @param moment - The step, and the learning rate.
   */
  (parameters: Float32Array, gradient: Float32Array, slots: readonly Float32Array[], moment: UpdateMoment): void;
  /** How a built-in pass repeats its bits; left out where the function is to be called. */
  readonly rule?: UpdateRule | undefined;
}

/** A built-in update as plain data. */
export interface UpdateRule {
  /** Which pass repeats the update. */
  readonly kernel: 'sgd' | 'momentum' | 'nesterov' | 'rmsprop' | 'adam';
  /** The float32 numbers of one step, in the order in which the pass reads them; number 0 is the rate times the weight decay. */
  constants(moment: UpdateMoment): readonly number[];
  /** Moves parameters in place by the constants of a step, without the checks of {@link Update}; all arrays are of one length. */
  apply(parameters: Float32Array, gradient: Float32Array, slots: readonly Float32Array[], constants: readonly number[]): void;
  /** The numbers that it was made with, under their names: by them a checkpoint tells two of a kind apart. */
  readonly settings?: Readonly<Record<string, number>> | undefined;
}

/** An optimizer, told by its form. */
export function checkOptimizer(optimizer: Optimizer): Optimizer {
  if (typeof optimizer !== 'object' || optimizer === null || isHollow(optimizer)) {
    throw new ArgumentError(
      wording('optimizer', 'an optimizer, as sgd() or adam()', describe(optimizer), 'Call it: sgd({ learningRate: 0.1 }).'),
    );
  }
  functionValue('optimizer.update', optimizer.update);
  wholeNumber('optimizer.slots', optimizer.slots, 0, 8);
  checkLearningRate('optimizer.learningRate', optimizer.learningRate);
  return optimizer;
}
