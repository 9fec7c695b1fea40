// What a run of the benchmarks found, as it is kept in build/bench.json: numbers only, which tables.ts puts into words.

/** What one side did of one work. */
export interface Outcome {
  readonly name: string;
  readonly version: string;
  /** Images or calls a run; where it is less than `whole`, the times are scaled up to that. */
  readonly amount: number;
  /** One number a round, in the unit of the table. */
  readonly values: readonly number[];
  /** After training: the mean cost reached, and that of the first side after as many images. */
  readonly loss?: number;
  readonly expectedLoss?: number;
  /** After predicting: the largest difference of an output from the first side's. */
  readonly apart?: number;
  /** What else a row says: kilobytes that are loaded besides. */
  readonly note?: string;
}

/** A side that did not do the work, and why. */
export interface Refusal {
  readonly name: string;
  readonly why: string;
}

/** One table. */
export interface Comparison {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** Whether the least number is the best, or the most. */
  readonly best: 'least' | 'most';
  /** What a whole run is, where there is less: the images of an epoch. */
  readonly whole?: number;
  readonly outcomes: readonly Outcome[];
  readonly refusals: readonly Refusal[];
}

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memory: string;
  readonly system: string;
  readonly node: string;
  /** Mean number of programs that were running in the minute before the start. */
  readonly load: number;
}

export interface Results {
  readonly command: string;
  readonly date: string;
  readonly rounds: number;
  /** About how long a run of training may take before it is shortened. */
  readonly seconds: number;
  readonly machine: Machine;
  readonly comparisons: readonly Comparison[];
}

/** Below this share apart, two costs count as the same. */
const SAME_LOSS = 0.02;
/** Below this, two outputs do. */
const SAME_OUTPUT = 1e-4;

/** Whether a side came to what the first side came to; undefined where there is nothing to compare. */
export function agrees({ loss, expectedLoss, apart }: Outcome): boolean | undefined {
  if (loss !== undefined && expectedLoss !== undefined) return Math.abs(loss / expectedLoss - 1) < SAME_LOSS;
  return apart === undefined ? undefined : apart < SAME_OUTPUT;
}

/** The median, the least and the most of some numbers. */
export function summary(values: readonly number[]): { median: number; least: number; most: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, least: sorted[0], most: sorted[sorted.length - 1] };
}
