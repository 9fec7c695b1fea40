// The guard against overflow: a step with numbers that are not finite throws, and leaves the last finite parameters.
import { firstNotFinite } from '../../support/checks.js';
import { divergence } from '../divergence.js';
import type { Parameters } from '../parameters.js';
import type { JoinedStep, StepPart } from '../StepPart.js';

/** Guards a step: a sum that overflows, a cost that is not finite, a parameter that runs away. */
export function overflowGuard(step: JoinedStep): StepPart {
  const { layers } = step.pass;
  // Products with a zero are passed over, and must not hide one with infinity.
  const computed = new Set(layers.flatMap(({ inputs, activations, delta }) => [inputs, activations, delta]));
  // Inputs are finite, unless dropout scales them.
  if (step.plan.dropout[0] === 0) computed.delete(layers[0].inputs);
  const kept = keepParameters(step.pass.parameters);
  let overflowed = false;
  return {
    afterExample() {
      if (!overflowed) for (const array of computed) overflowed ||= firstNotFinite(array) >= 0;
    },
    beforeUpdate(moment, { cost }) {
      kept.keep();
      if (!Number.isFinite(cost)) throw divergence(step.plan, moment, `a cost of ${cost}`);
      if (overflowed) throw divergence(step.plan, moment, 'a sum that overflowed');
    },
    afterUpdate(moment) {
      const overflow = overflowIn(kept.parameters);
      if (overflow === undefined) return;
      kept.putBack();
      const { name, update } = step.plan.optimizer;
      const by = update.rule === undefined ? `, after the update of the optimizer ${name}` : '';
      throw divergence(step.plan, moment, overflow + by);
    },
    undoUpdate() {
      kept.putBack();
      overflowed = false;
    },
  };
}

/** Parameters, and their values before an update. */
export interface KeptParameters {
  readonly parameters: readonly Parameters[];
  /** Their values, as they were kept last. */
  readonly before: readonly Float32Array[];
  keep(): void;
  putBack(): void;
}

/** Keeps the values of parameters. */
export function keepParameters(parameters: readonly Parameters[]): KeptParameters {
  const before = parameters.map(({ values }) => values.slice());
  return {
    parameters,
    before,
    keep() {
      for (const [index, { values }] of parameters.entries()) before[index].set(values);
    },
    putBack() {
      for (const [index, { values }] of parameters.entries()) values.set(before[index]);
    },
  };
}

/** The first parameter that is not finite, in words, or its optimizer state, with which it would never move again. */
export function overflowIn(parameters: readonly Pick<Parameters, 'name' | 'values' | 'slots'>[]): string | undefined {
  for (const { name, values, slots } of parameters) {
    for (const array of [values, ...slots]) {
      const index = firstNotFinite(array);
      const owner = array === values ? '' : 'the optimizer state of ';
      if (index >= 0) return `${array[index]} in ${owner}${name}[${index}]`;
    }
  }
  return undefined;
}
