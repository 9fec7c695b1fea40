// What a loss is: how wrong an output is, as a number, and which way each output should move.
import type { OutputRange } from '../../model/activations/activation.js';
import { wholeNumber } from '../../support/checks.js';
import { ArgumentError, ShapeError } from '../../support/errors.js';
import { countOf, listNumbers, type Numbers, readNumbers } from '../../support/numbers.js';
import { kindOf, lengthOf } from '../../support/views.js';
import { withFields } from '../../support/withFields.js';
import { describe, wording } from '../../support/wording.js';

/** What an output should have been: a row of numbers, one an output, or the label of a class. */
export type Target = number | Numbers;

/** What the rows of targets must be: anything, numbers from 0 to 1, or such numbers that add up to 1. */
export type TargetKind = 'any' | 'fractions' | 'shares';

/**
 * The activation a loss was made for. Where it stands last, the two slopes together are simpler, and safer, than one after the
 * other.
 */
export interface LossPartner {
  /** The name of that built-in activation. */
  readonly activation: string;
  /** The cost of one example in double precision, from weighted sums before they are squished: it never overflows. */
  readonly value: (weightedSums: Numbers, target: Numbers) => number;
  /** The slope of the cost by each weighted sum, in float32. */
  readonly delta: (outputs: Float32Array, target: Float32Array) => Float32Array;
  /** The same two without checks of their arguments, as in a {@link Loss}. */
  readonly formulas: Pick<LossPartner, 'value' | 'delta'>;
}

/** The parts of a loss. */
export interface LossDefinition {
  /** A name for errors and reports. */
  readonly name: string;
  /** The cost of one example in double precision. */
  readonly value: (outputs: Numbers, target: Numbers) => number;
  /** The slope of the cost by each output, [outputs], in an array of its own; it is rounded to float32. */
  readonly gradient: (outputs: Float32Array, target: Float32Array) => Numbers;
  /** What its targets must be; `'any'` if left out. */
  readonly targets?: TargetKind | undefined;
  /**
   * What outputs it needs: `'shares'` that add up to 1, `'fractions'` from 0 to 1, or `'any'`. If left out, training looks at the
   * outputs of a first batch, by `targets`, and warns.
   */
  readonly outputs?: OutputRange | undefined;
}

/** A cost function. Called as a function, it gives the cost of one example: `quadratic(outputs, 3)`. */
export interface Loss extends LossDefinition {
  /** The cost of one example in double precision; the target is a label, or a row of as many numbers as there are outputs. */
  (outputs: Numbers, target: Target): number;
  /** What its targets must be. */
  readonly targets: TargetKind;
  /** What outputs it needs; undefined where a loss of one's own does not state it. */
  readonly outputs?: OutputRange | undefined;
  /** The activation it was made for. */
  readonly partner: LossPartner | undefined;
  /** Which built-in pass repeats its bits; undefined for a loss of your own, whose functions are called. */
  readonly kernel: string | undefined;
  /**
   * The built-in `value` and `gradient` without checks of their arguments, for inner loops that made the arrays themselves; undefined for
   * a loss of your own.
   */
  readonly formulas?: Pick<LossDefinition, 'value' | 'gradient'> | undefined;
}

/** A definition that may name its kernel: the built-in ones do. */
type KernelDefinition = LossDefinition & { readonly kernel?: string };

/** A function that carries the definition as plain, unchangeable fields. */
export function makeLoss(definition: KernelDefinition, partner?: Omit<LossPartner, 'formulas'>): Loss {
  const { name, targets = 'any', outputs, kernel } = definition;
  const value = checked(`${name}.value`, definition.value);
  const gradient = checked(`${name}.gradient`, definition.gradient);
  const formulas = kernel === undefined ? undefined : { value: definition.value, gradient: definition.gradient };
  const checkedPartner = partner && {
    activation: partner.activation,
    value: checked(`${name}.partner.value`, partner.value),
    delta: checked(`${name}.partner.delta`, partner.delta),
    formulas: { value: partner.value, delta: partner.delta },
  };
  const loss = (row: Numbers, target: Target) => value(row, targetRow(target, countOf(`${name}: outputs`, row)));
  return withFields(loss, { name, value, gradient, targets, outputs, partner: checkedPartner, kernel, formulas });
}

/** The row of a label: 1 for its class and 0 for the others. For a single output it is the label itself, 0 or 1. */
export function targetRow(target: Target, outputs: number): Float32Array {
  if (typeof target !== 'number') return readNumbers('target', target, outputs, 'A target has a number for each output.');
  if (outputs === 1) return Float32Array.of(wholeNumber('target label', target, 0, 1));
  const row = new Float32Array(outputs);
  row[wholeNumber('target label', target, 0, outputs - 1)] = 1;
  return row;
}

/** The same function of outputs and a target, which looks at both first: each is called by hand too. */
function checked<Row extends Numbers, Result>(what: string, formula: (outputs: Row, target: Row) => Result) {
  const [first, second] = [`${what}: outputs`, `${what}: target`];
  return (outputs: Row, target: Row): Result => {
    const count = checkRow(first, outputs);
    const length = checkRow(second, target);
    if (length !== count) throw new ShapeError(wording(second, `${count} numbers, as many as outputs`, `${length}`));
    return formula(outputs, target);
  };
}

/** How many numbers there are, if it is an array of floats that tells its length truly, or a list of numbers. */
function checkRow(what: string, row: Numbers): number {
  const kind = kindOf(row);
  const count = kind === undefined ? countOf(what, row) : lengthOf(row);
  if (count !== row.length || count === 0) throw new ArgumentError(wording(what, 'one number or more', describe(row)));
  if (kind !== 'Float32Array' && kind !== 'Float64Array') listNumbers(what, row);
  return count;
}
