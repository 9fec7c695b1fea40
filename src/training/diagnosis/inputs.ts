// Findings about inputs: too large or too small, or always the same.
import type { Dataset } from '../../data/Dataset.js';
import { type Finding, placesIn } from './finding.js';

/** The root mean square that an input may have at most, and at least one input must have at least. */
const LARGE = 10;
const SMALL = 0.01;

/** Share of zeros up to which a column of zeros is no matter of course, as it is at the edge of pictures. */
const RARE = 0.1;

/** What the numbers of each input are like. */
interface Column {
  readonly size: number;
  readonly constant: boolean;
  readonly zeros: number;
  readonly first: number;
}

/** Inputs so large that sums run away or saturate, or all so small that nothing follows from them. */
export function inputScale(sample: Dataset): Finding[] {
  const sizes = columnsOf(sample).map(({ size }) => size);
  const largest = Math.max(...sizes);
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
export function constantInputs(sample: Dataset): Finding[] {
  if (sample.count < 2) return [];
  const columns = columnsOf(sample);
  const varying = columns.filter(({ constant }) => !constant);
  if (varying.length === 0) {
    return [{ kind: 'constantInputs', message: 'All examples have the same inputs: there is nothing to tell them apart by.' }];
  }
  const zeroShare = varying.reduce((sum, { zeros }) => sum + zeros, 0) / (varying.length * sample.count);
  const places = placesWhere(columns, ({ constant, first }) => constant && (first !== 0 || zeroShare < RARE));
  if (places.length === 0) return [];
  const message = `${places.length} of ${columns.length} inputs are the same for every example, and tell nothing apart: ${placesIn(places)}. Leave them out, and look whether something went wrong where they come from.`;
  return [{ kind: 'constantInputs', inputs: places, message }];
}

function columnsOf(sample: Dataset): Column[] {
  const { width, count } = sample;
  const inputs = sample.readInputs();
  return Array.from({ length: width }, (_, column) => {
    const first = inputs[column] as number;
    let squares = 0;
    let zeros = 0;
    let constant = true;
    for (let place = column; place < inputs.length; place += width) {
      const value = inputs[place] as number;
      squares += value * value;
      if (value === 0) zeros += 1;
      if (value !== first) constant = false;
    }
    return { size: Math.sqrt(squares / count), constant, zeros, first };
  });
}

function placesWhere<Thing>(things: readonly Thing[], accepts: (thing: Thing) => boolean): number[] {
  return things.flatMap((thing, place) => (accepts(thing) ? [place] : []));
}
