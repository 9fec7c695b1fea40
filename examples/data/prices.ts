// Prices: a network learns large numbers scaled to about 1, and its answers are turned back.
// #region prices
import { adam, identity, Network, Random, relu, train } from 'glassbox-nn';
import { dataset, standardize } from 'glassbox-nn/data';

// Floor area in square metres, rooms, and age in years; prices from 100,000 to a million.
const random = new Random(1);
const houses = Array.from({ length: 400 }, () => [random.uniform(40, 250), 1 + random.integer(8), random.uniform(0, 90)]);
const prices = houses.map(([area = 0, rooms = 0, age = 0]) => [(60_000 + 3000 * area + 9000 * rooms) * (1 - age / 200)]);
const [training, test] = dataset({ inputs: houses, targets: prices }).split(0.8, { seed: 1 });

// The scaling of the prices is learned from the training data alone, as that of the inputs is.
const known = training.targets ?? [];
const priceTable = dataset({ inputs: known, width: 1, targets: known });
const priceScaling = standardize(priceTable);
const inputScaling = standardize(training);
const scaled = dataset({
  inputs: inputScaling.apply(training).inputs,
  width: training.width,
  targets: priceScaling.apply(priceTable).inputs,
});

const network = new Network([3, 16, 1], { hidden: relu, output: identity });
train(network, scaled, { optimizer: adam({ learningRate: 0.01 }), epochs: 100 });

/** The price of a house: the answer x deviation + mean. */
function priceOf(house: Float32Array): number {
  const [answer = 0] = network.forward(inputScaling.applyInput(house));
  const { means, deviations } = priceScaling;
  return answer * (deviations[0] ?? 1) + (means[0] ?? 0);
}

const errors = [...test].map(({ input, target }) => Math.abs(priceOf(input) - (target[0] ?? 0)));
const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
console.log(`prices spread by ${priceScaling.deviations[0]?.toFixed(0)}, answers are ${mean.toFixed(0)} off on average`);
// #endregion prices
