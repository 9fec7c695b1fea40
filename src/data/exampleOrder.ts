// The order in which an epoch takes the examples.
import { Random } from '../random/Random.js';

/**
 * The numbers of the examples in the order of an epoch: [count]. It is drawn from a stream of its own, so that it does not depend on
 * what was drawn before.
 *
 * @param shuffle - Whether the order is random; from 0 to count - 1 where it is not.
 */
export function exampleOrder(count: number, shuffle: boolean, seed: number, epoch: number): Uint32Array {
  const order = new Uint32Array(count);
  for (let index = 0; index < count; index++) order[index] = index;
  return shuffle ? Random.stream(seed, 'shuffle', epoch).shuffle(order) : order;
}
