// Findings about inputs: too large or too small, or always the same.
import type { Dataset } from '../../data/Dataset.js';
import { type Finding, placesIn } from './finding.js';
import { largestOf, placesWhere } from './rows.js';

/** The root mean square that an input may have at most, and at least one input must have at least. */
const LARGE = 10;
const SMALL = 0.01;

/** Share of zeros up to which a column of zeros is no matter of course, as it is at the edge of pictures. */
const RARE = 0.1;

/** What the numbers of each input are like. */
interface Column {
  squares: number;
  constant: boolean;
  zeros: number;
  readonly first: number;
}

/** All that is found about the inputs of a sample. */
export function inputFindings(sample: Dataset): Finding[] {
  const columns = columnsOf(sample);
  return [...inputScale(columns, sample.count), ...constantInputs(columns, sample.count)];
}

/** Inputs so large that sums run away or saturate, or all so small that nothing follows from them. */
function inputScale(columns: readonly Column[], count: number): Finding[] {
  const sizes = columns.map(({ squares }) => Math.sqrt(squares / count));
  const largest = largestOf(sizes);
  const large = placesWhere(sizes, (size) => size > LARGE);
  if (large.length > 0) {
    const message = `${large.length} of ${sizes.length} inputs are large, up to ${largest.toPrecision(2)} (root mean square): ${placesIn(large)}. Scale them to about 1: standardize(data).apply(data), or scale: 1 / 255 for bytes.`;
    return [{ kind: 'inputScale', inputs: large, message }];
  }
  if (largest === 0 || largest > SMALL) return [];
  const message = `All inputs are small, at most ${largest.toPrecision(2)} (root mean square). Scale them to about 1: standardize(data).apply(data). Were bytes divided by 255 twice?`;
  return [{ kind: 'inputScale', message }];
}

/** Inputs that are the same for every example, and tell nothing apart. */
function constantInputs(columns: readonly Column[], count: number): Finding[] {
  if (count < 2) return [];
  const varying = columns.filter(({ constant }) => !constant);
  if (varying.length === 0) {
    return [{ kind: 'constantInputs', message: 'All examples have the same inputs: there is nothing to tell them apart by.' }];
  }
  const zeroShare = varying.reduce((sum, { zeros }) => sum + zeros, 0) / (varying.length * count);
  const places = placesWhere(columns, ({ constant, first }) => constant && (first !== 0 || zeroShare < RARE));
  if (places.length === 0) return [];
  const message = `${places.length} of ${columns.length} inputs are the same for every example, and tell nothing apart: ${placesIn(places)}. Leave them out, and look whether something went wrong where they come from.`;
  return [{ kind: 'constantInputs', inputs: places, message }];
}

function columnsOf(sample: Dataset): Column[] {
  const row = new Float32Array(sample.width);
  sample.readInput(row, 0);
  const columns = Array.from(row, (first): Column => ({ squares: 0, constant: true, zeros: 0, first }));
  for (let example = 0; example < sample.count; example++) {
    sample.readInput(row, example);
    for (const [place, column] of columns.entries()) {
      const value = row[place] as number;
      column.squares += value * value;
      if (value === 0) column.zeros += 1;
      if (value !== column.first) column.constant = false;
    }
  }
  return columns;
}
