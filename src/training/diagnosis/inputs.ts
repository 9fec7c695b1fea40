// Suspicions about inputs: too large, too small, far from 0, or always the same.
import type { Dataset } from '../../data/Dataset.js';
import { standardize } from '../../data/standardize.js';
import { placesIn } from '../../support/wording.js';
import type { Finding } from './finding.js';
import { largestOf, placesWhere } from './rows.js';
import type { Suspicion } from './suspicion.js';
import type { Trial } from './trial.js';

/** Root mean squares of inputs beyond which scaling is tried, and how many times of each other they may be. */
const LARGE = 3;
const SMALL = 0.1;
const APART = 30;

/** Large inputs are named if the largest is at most this many times as large. */
const BESIDE = 10;

/** Measures of one input over all examples. */
interface Column {
  squares: number;
  constant: boolean;
  readonly first: number;
}

/** A finding if all examples have the same inputs: nothing can be learnt from them. */
export function sameInputs(sample: Dataset): Finding[] {
  if (sample.count < 2 || columnsOf(sample).some(({ constant }) => !constant)) return [];
  return [{ kind: 'constantInputs', message: 'All examples have the same inputs: there is nothing to tell them apart by.' }];
}

/** Inputs that should be scaled, if scaling helps. */
export function inputScale(sample: Dataset): Suspicion[] {
  const columns = columnsOf(sample);
  const sizes = columns.map(({ squares }) => Math.sqrt(squares / sample.count));
  const varying = sizes.filter((_, place) => !columns[place]?.constant);
  const largest = largestOf(sizes);
  const large = placesWhere(sizes, (size) => size > LARGE && size * BESIDE > largest);
  const without = (trial: Trial) => scaledInputs(trial);
  if (large.length > 0) {
    const constant = large.every((place) => columns[place]?.constant);
    const remedy = constant
      ? 'They never change: leave them out, or scale them: standardize(data).apply(data).'
      : 'Scale them to about 1: standardize(data).apply(data), or scale: 1 / 255 for bytes.';
    const message = `${large.length} of ${sizes.length} inputs are large, up to ${largest.toPrecision(2)} (root mean square): ${placesIn(large)}. ${remedy}`;
    return [{ without, finding: { kind: constant ? 'constantInputs' : 'inputScale', inputs: large, message } }];
  }
  const least = varying.filter((size) => size > 0).reduce((least, size) => Math.min(least, size), Number.POSITIVE_INFINITY);
  if (largest > 0 && largest < SMALL) {
    const message = `All inputs are small, at most ${largest.toPrecision(2)} (root mean square). Scale them to about 1: standardize(data).apply(data). Were bytes divided by 255 twice?`;
    return [{ without, finding: { kind: 'inputScale', message } }];
  }
  if (largest < APART * least) return [];
  const small = placesWhere(sizes, (size, place) => size > 0 && size * APART <= largest && !columns[place]?.constant);
  const message = `${small.length} of ${sizes.length} inputs are small beside the others, down to ${least.toPrecision(2)} beside ${largest.toPrecision(2)} (root mean square): ${placesIn(small)}. Scale all to about 1: standardize(data).apply(data).`;
  return [{ without, finding: { kind: 'inputScale', inputs: small, message } }];
}

function scaledInputs(trial: Trial): Trial {
  const { learnt, measured } = trial;
  const scaling = standardize(learnt);
  const scaled = scaling.apply(learnt);
  return { ...trial, learnt: scaled, measured: measured === learnt ? scaled : scaling.apply(measured) };
}

function columnsOf(sample: Dataset): Column[] {
  const row = new Float32Array(sample.width);
  sample.readInput(row, 0);
  const columns = Array.from(row, (first): Column => ({ squares: 0, constant: true, first }));
  for (let example = 0; example < sample.count; example++) {
    sample.readInput(row, example);
    for (const [place, column] of columns.entries()) {
      const value = row[place];
      column.squares += value * value;
      if (value !== column.first) column.constant = false;
    }
  }
  return columns;
}
