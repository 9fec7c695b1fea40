import type { Dataset } from '../data/Dataset.js';
import type { Sizes } from '../model/sizes.js';
import type { Network } from '../model/typedBySizes.js';
import { planTraining } from './planTraining.js';
import type { History } from './records.js';
import type { TrainingOptions } from './TrainingOptions.js';
import { trainingLoop } from './trainingLoop.js';

/**
 * Trains a network to the end, and only then returns. In a page or a server, where others wait, use {@link fit}.
 *
 * The same network, data, options and seed give the same bits on every machine.
 *
 * Called again, it begins with the weights there are, and all else starts anew: the optimizer's state, the count of steps and of epochs,
 * and so schedules, the order of the examples, and early stopping.
 *
 * @param network - Its weights and biases are changed in place.
 * @param data - What to learn from; it owns its arrays and is not changed.
 * @param options - Optimizer, loss, epochs, batchSize and the rest.
 * @returns A record of every epoch; of the last one alone with `history: 'last'`.
 * @throws {@link ArgumentError}, {@link OutOfRangeError} or {@link ShapeError} for what does not fit, as a loss that does not fit the
 * outputs, and {@link LimitError} for what does not fit into memory, before anything changes; {@link NumericError} if training diverges,
 * with the last finite weights kept; {@link StateError} if the network is already being trained; the signal's reason if it is aborted.
 *
 * @example
 * ```ts
 * import { adam, Network, tanh, train } from 'glassbox-nn';
 * import { xor } from 'glassbox-nn/data';
 *
 * const network = new Network([2, 4, 1], { hidden: tanh });
 * const history = train(network, xor(), { optimizer: adam({ learningRate: 0.1 }), epochs: 100 });
 * history.at(-1)!.accuracy; // => 1
 * ```
 */
export function train<S extends Sizes>(network: Network<S>, data: Dataset, options: TrainingOptions = {}): History {
  const loop = trainingLoop(planTraining(network, data, options));
  let next = loop.next(); // nothing is yielded here: it runs to the end
  while (!next.done) next = loop.next();
  return next.value;
}
