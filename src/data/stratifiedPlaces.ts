// The places of a stratified split, of examples or of rows.

/**
 * The places of a first part of `size` examples, and those of the rest, each with the same share of every class.
 *
 * @param labels - The class of each example, from 0: [examples].
 * @param order - The order in which places are taken: [examples].
 */
export function stratifiedPlaces(labels: Int32Array, order: Uint32Array, size: number): [first: number[], rest: number[]] {
  const first: number[] = [];
  const rest: number[] = [];
  const quotas = quotasOf(labels, size);
  for (const place of order) {
    const label = labels[place];
    if (quotas[label] > 0) {
      quotas[label] -= 1;
      first.push(place);
    } else rest.push(place);
  }
  return [first, rest];
}

/** The number of examples of each class in a first part of `size` examples: [classes], by the method of largest remainders. */
function quotasOf(labels: Int32Array, size: number): Float64Array {
  const counts = new Float64Array(labels.reduce((most, label) => Math.max(most, label), -1) + 1);
  for (const label of labels) counts[label] += 1;
  // All classes of one if there is room; otherwise they compete as the others do.
  const singles = counts.reduce((sum, count) => sum + (count === 1 ? 1 : 0), 0);
  const apart = singles <= size ? singles : 0;
  const isApart = (count: number) => count === 1 && apart > 0;
  const [shared, total] = [size - apart, labels.length - apart];
  const quotas = counts.map((count) => (isApart(count) ? 1 : Math.floor((count * shared) / Math.max(total, 1))));
  // Whole numbers, so that equal remainders are equal.
  const remainder = (label: number) => (isApart(counts[label]) ? 0 : (counts[label] * shared) % Math.max(total, 1));
  const left = size - quotas.reduce((sum, quota) => sum + quota, 0);
  const byRemainder = Array.from(counts.keys()).sort((a, b) => remainder(b) - remainder(a));
  for (const label of byRemainder.slice(0, left)) quotas[label] += 1;
  return quotas;
}
