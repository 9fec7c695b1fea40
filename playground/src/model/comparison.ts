// Two answers to one input, side by side.
import { brightest } from './brightest';

/** One output of both. */
interface ComparedOutput {
  readonly output: number;
  readonly here: number;
  readonly other: number;
}

/** What two networks say. */
export interface Comparison {
  readonly outputs: readonly ComparedOutput[];
  /** The output where they are furthest apart; undefined where all are the same. */
  readonly furthest: ComparedOutput | undefined;
  /** Brightest outputs; undefined where none is a number. */
  readonly answers: { readonly here: number | undefined; readonly other: number | undefined };
}

/** Compares outputs, [outputs] each. */
export function compare(here: Float32Array, other: Float32Array): Comparison {
  const outputs = Array.from(here, (value, output) => ({ output, here: value, other: other[output] as number }));
  const apart = (one: ComparedOutput) => Math.abs(one.here - one.other);
  const furthest = outputs.reduce((most, one) => (apart(one) > apart(most) ? one : most), outputs[0] as ComparedOutput);
  return {
    outputs,
    furthest: apart(furthest) > 0 ? furthest : undefined,
    answers: { here: brightest(here)?.output, other: brightest(other)?.output },
  };
}
