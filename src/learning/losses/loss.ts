// A loss: the cost of outputs, and the gradient of that cost with respect to them.
import type { OutputRange } from '../../model/activations/activation.js';
import { wholeNumber } from '../../support/checks.js';
import { ArgumentError, ShapeError } from '../../support/errors.js';
import { countOf, listNumbers, type Numbers, readNumbers } from '../../support/numbers.js';
import { kindOf, lengthOf, withFields } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';

/** The target of an example: a row of numbers, one for each output, or the label of its class. */
export type Target = number | Numbers;

/** The targets that a loss takes: any numbers, numbers from 0 to 1, or such numbers that add up to 1. */
export type TargetKind = 'any' | 'fractions' | 'shares';

/**
 * The activation that a loss was made for. Where it stands last, both derivatives together are simpler, and safer, than one after the
 * other.
 */
export interface LossPartner {
  /** The name of that built-in activation. */
  readonly activation: string;
  /** The cost of one example in double precision, from the weighted sums: it never overflows. */
  readonly value: (weightedSums: Numbers, target: Numbers) => number;
  /** The gradient of the cost with respect to the weighted sums, [outputs], in float32. */
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
  /** The gradient of the cost with respect to the outputs, [outputs], as a new array; it is rounded to float32. */
  readonly gradient: (outputs: Float32Array, target: Float32Array) => Numbers;
  /** The targets that it takes; `'any'` if left out. */
  readonly targets?: TargetKind | undefined;
  /**
   * The outputs that it needs: `'shares'` that add up to 1, `'fractions'` from 0 to 1, or `'any'`. If left out, training looks at the
   * outputs of a first batch, by `targets`, and warns.
   */
  readonly outputs?: OutputRange | undefined;
}

/** A cost function. Called as a function, it gives the cost of one example: `quadratic(outputs, 3)`. */
export interface Loss extends LossDefinition {
  /** The cost of one example in double precision; the target is a label, or a row of as many numbers as there are outputs. */
  (outputs: Numbers, target: Target): number;
  /** The targets that it takes. */
  readonly targets: TargetKind;
  /** The outputs that it needs; undefined where a custom loss does not state it. */
  readonly outputs?: OutputRange | undefined;
  /** The activation that it was made for. */
  readonly partner: LossPartner | undefined;
  /** The name of the core's kernel that repeats its bits; undefined for a custom loss, whose functions are called. */
  readonly kernel: string | undefined;
  /**
   * `value` and `gradient` as training calls them: without checks of the arrays, which it has made itself. Those of a custom loss throw
   * where they give no number.
   */
  readonly formulas?: Pick<LossDefinition, 'value' | 'gradient'> | undefined;
}

/** A definition, with its kernel if it is built in. */
type KernelDefinition = LossDefinition & { readonly kernel?: string };

/** A function with the definition as fields that cannot be changed. */
export function makeLoss(
  definition: KernelDefinition,
  partner?: Omit<LossPartner, 'formulas'>,
  { value: costFormula, gradient: gradientFormula }: Pick<LossDefinition, 'value' | 'gradient'> = definition,
): Loss {
  const { name, targets = 'any', outputs, kernel } = definition;
  const value = checked(`${name}.value`, definition.value);
  const gradient = checked(`${name}.gradient`, definition.gradient);
  const formulas = { value: costFormula, gradient: gradientFormula };
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
  if (typeof target !== 'number')
    return readNumbers('target', target, outputs, 'A target is a label, or a row with a number for each output.');
  if (outputs === 1) return Float32Array.of(wholeNumber('target label', target, 0, 1));
  const row = new Float32Array(outputs);
  row[wholeNumber('target label', target, 0, outputs - 1)] = 1;
  return row;
}

/** The same formula, which checks outputs and target first: users call it by hand too. */
function checked<Row extends Numbers, Result>(what: string, formula: (outputs: Row, target: Row) => Result) {
  const [first, second] = [`${what}: outputs`, `${what}: target`];
  return (outputs: Row, target: Row): Result => {
    const count = checkRow(first, outputs);
    const length = checkRow(second, target);
    if (length !== count) throw new ShapeError(wording(second, `${count} numbers, as many as outputs`, `${length}`));
    return formula(outputs, target);
  };
}

/** The length of an array of floats, or of a list of numbers. Throws for anything else. */
function checkRow(what: string, row: Numbers): number {
  const kind = kindOf(row);
  const count = kind === undefined ? countOf(what, row) : lengthOf(row);
  if (count !== row.length || count === 0) throw new ArgumentError(wording(what, 'one number or more', describe(row)));
  if (kind !== 'Float32Array' && kind !== 'Float64Array') listNumbers(what, row);
  return count;
}
