// The count of weights and biases as a sum that can be read.
import { knobCount } from './NetworkSpec';

/** A whole number with commas: 13,002. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Weights and biases, layer by layer, with a times sign and their sum: `784x16 + 16 + 16x10 + 10 = 12,730`. */
export function knobSum(sizes: readonly number[]): string {
  const terms = sizes.slice(1).map((outputs, index) => `${sizes[index]}\u00d7${outputs} + ${outputs}`);
  return `${terms.join(' + ')} = ${grouped(knobCount(sizes))}`;
}
