// Puts a network and a preparation with targets of numbers together.
import { lastActivation } from '../learning/checkFit.js';
import { checkNetwork } from '../model/checkNetwork.js';
import type { Sizes } from '../model/sizes.js';
import type { Network } from '../model/typedBySizes.js';
import { ArgumentError } from '../support/errors.js';
import { fixed } from '../support/fields.js';
import { withJsonNote } from '../support/jsonNote.js';
import { readOptions } from '../support/options.js';
import { wording } from '../support/wording.js';
import { checkPreparation, outputsFor } from './preparedReader.js';
import type { Regressor, RegressorOptions } from './TableRegressor.js';

const ELSEWHERE = {
  scaling: 'Numbers without a table go through the network itself: network.forward(scaling.applyInput(input)).',
};

/**
 * A network that answers numbers, together with the preparation of its data: it reads a row of a table, and answers in the units of the
 * targets. `toJson` of `glassbox-nn/formats` saves both as one.
 *
 * @typeParam S - The network's sizes.
 * @typeParam Target - The names of the targets.
 * @param network - The network; it is kept, not copied.
 * @param options - The preparation of the data that the network was trained on.
 * @returns A frozen value with `read`.
 * @throws {@link ArgumentError} for a preparation whose target has classes, or whose inputs have other names than those of the network,
 * and for a network that ends with softmax; {@link ShapeError} where the preparation has other inputs or more targets than the network.
 *
 * @example
 * ```ts
 * import { adam, identity, Network, regressor, tanh, train } from 'glassbox-nn';
 * import { prepare, table } from 'glassbox-nn/data';
 *
 * const houses = table('area,garden,price\n60,no,210000\n80,no,270000\n80,yes,300000\n120,no,390000\n120,yes,420000\n');
 * const preparation = prepare(houses, { target: 'price' });
 * const network = new Network([2, 4, 1], { hidden: tanh, output: identity });
 * train(network, preparation.apply(houses), { optimizer: adam({ learningRate: 0.05 }), epochs: 300, batchSize: 5 });
 *
 * const { read } = regressor(network, { preparation });
 * const { price } = read({ area: 100, garden: 'yes' });
 * price > 340000 && price < 380000; // => true
 * ```
 */
export function regressor<const S extends Sizes, Target extends string>(
  network: Network<S>,
  options: RegressorOptions<Target>,
): Regressor<S, Target> {
  checkNetwork(network);
  const given = readOptions('regressor options', options, ['preparation'], ELSEWHERE);
  const preparation = checkPreparation('regressor', given.preparation, network);
  if (lastActivation(network).range === 'shares') {
    const remedy = 'Make the network with output: identity.';
    throw new ArgumentError(wording('regressor: network', 'outputs of any size', 'softmax, whose outputs are shares', remedy));
  }
  const made: Regressor<S, Target> = {
    network,
    preparation,
    columnNames: preparation.columnNames,
    read: (row) => preparation.inverse(outputsFor(network, preparation, row)),
  };
  const noted = withJsonNote(made, 'regressor', 'Save it with toJson(regressor) of glassbox-nn/formats.');
  return fixed('regressor', 'Make a new one: regressor(network, { preparation }).', noted);
}
