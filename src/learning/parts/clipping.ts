// Clipping in a training step: the gradient is held within bounds, so that one steep place does not throw the weights far away.
import { firstNotFinite, numberWhere } from '../../support/checks.js';
import { ArgumentError } from '../../support/errors.js';
import { wording } from '../../support/wording.js';
import { divergence } from '../divergence.js';
import type { Parameters } from '../parameters.js';
import type { Clipping } from '../Step.js';
import type { JoinedStep, StepPart } from '../StepPart.js';

const f = Math.fround;

/** Clips the gradient of a plan; undefined where it does not. */
export function clippingPart(step: JoinedStep): StepPart | undefined {
  const { clipping } = step.plan;
  if (clipping === undefined) return undefined;
  const parameters = step.pass.parameters;
  return {
    beforeUpdate(moment) {
      const unbounded = clipGradients(parameters, clipping);
      if (unbounded !== undefined) throw divergence(step.plan, moment, unbounded);
    },
  };
}

/** Fields of parameters that clipping reads. */
type Clipped = Pick<Parameters, 'name' | 'width' | 'gradient'>;

/**
 * Clips the gradients in place.
 *
 * By value: g is held between -limit and limit. By norm: where |g|, the root of the sum of the squares of an array or of all of
 * them, is above the limit, g x limit / |g|.
 *
 * Source: R. Pascanu, T. Mikolov and Y. Bengio, "On the difficulty of training recurrent neural networks" (2013), algorithm 1.
 *
 * @returns What is not finite, in words, where there is no norm.
 */
export function clipGradients(arrays: readonly Clipped[], { kind, limit }: Clipping): string | undefined {
  if (kind === 'value') {
    for (const { gradient } of arrays) clipValues(gradient, f(limit));
    return undefined;
  }
  const groups = kind === 'globalNorm' ? [arrays] : arrays.map((array) => [array]);
  for (const group of groups) {
    const squares = group.reduce((total, array) => total + squareSum(array), 0);
    if (!Number.isFinite(squares)) return notFiniteIn(group);
    const norm = Math.sqrt(squares);
    if (norm > limit) for (const { gradient } of group) shrink(gradient, f(limit / norm));
  }
  return undefined;
}

function clipValues(gradient: Float32Array, limit: number): void {
  for (let i = 0; i < gradient.length; i++) {
    const derivative = gradient[i];
    gradient[i] = derivative < -limit ? -limit : derivative > limit ? limit : derivative;
  }
}

function shrink(gradient: Float32Array, factor: number): void {
  for (let i = 0; i < gradient.length; i++) gradient[i] = gradient[i] * factor;
}

/** The sum of the squares in double precision, row after row: each has a sum of its own, so that rows may be summed apart. */
function squareSum({ gradient, width }: Clipped): number {
  let total = 0;
  for (let start = 0; start < gradient.length; start += width) {
    let row = 0;
    for (let i = start; i < start + width; i++) row += gradient[i] * gradient[i];
    total += row;
  }
  return total;
}

/** The first derivative that is not finite, in words. */
export function notFiniteIn(arrays: readonly Clipped[]): string | undefined {
  for (const { name, gradient } of arrays) {
    const index = firstNotFinite(gradient);
    if (index >= 0) return `${gradient[index]} in the gradient of ${name}[${index}]`;
  }
  return undefined;
}

/** Options of clipping. */
interface ClippingOptions {
  readonly clipValue?: number | undefined;
  readonly clipNorm?: number | undefined;
  readonly globalClipNorm?: number | undefined;
}

const KINDS = { clipValue: 'value', clipNorm: 'norm', globalClipNorm: 'globalNorm' } as const;

/** The one kind of clipping that options ask for, if any. */
export function readClipping(given: ClippingOptions): Clipping | undefined {
  const names = (Object.keys(KINDS) as (keyof typeof KINDS)[]).filter((name) => given[name] !== undefined);
  if (names.length === 0) return undefined;
  if (names.length > 1) {
    const expected = 'one of clipValue, clipNorm and globalClipNorm';
    throw new ArgumentError(wording('clipping', expected, names.join(' and '), 'Leave one out.'));
  }
  const [name] = names;
  const fits = (value: number) => f(value) > 0 && Number.isFinite(f(value));
  return { kind: KINDS[name], limit: numberWhere(name, given[name], 'a number above 0 that fits a float32', fits) };
}
