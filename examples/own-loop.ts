// Loops of one's own: by hand, which is what `train` does, and with a trainer.
// #region by-hand
import { adam, add, backpropagate, Network, relu, scale, softmax, train } from 'glassbox-nn';
import { sampleDigits } from 'glassbox-nn/sample-digits';

const digits = sampleDigits();
const newNetwork = () => new Network([784, 16, 16, 10], { hidden: relu, output: softmax });
const optimizer = adam();
const learningRate = 0.002;

const network = newNetwork();
// Each array of weights or biases has its gradient, and room for what the optimizer keeps of every number: of adam two numbers.
const zeros = (values: Float32Array) => new Float32Array(values.length);
const parameters = network.layers
  .flatMap(({ weights, biases }) => [weights, biases])
  .map((values) => ({ values, gradient: zeros(values), slots: Array.from({ length: optimizer.slots }, () => zeros(values)) }));

let step = 0;
for (let epoch = 1; epoch <= 3; epoch++) {
  for (const batch of digits.train.batches(32, { seed: 1, epoch })) {
    for (const { gradient } of parameters) gradient.fill(0);
    for (const { input, target } of batch) {
      const gradients = backpropagate(network, input, target).gradients.flatMap(({ weights, biases }) => [weights, biases]);
      for (const [i, { gradient }] of parameters.entries()) add(gradient, gradient, gradients[i] ?? gradient);
    }
    step += 1;
    for (const { values, gradient, slots } of parameters) {
      scale(gradient, gradient, 1 / batch.count); // from the sum over the batch to the mean
      optimizer.update(values, gradient, slots, { step, learningRate });
    }
  }
}

const trained = newNetwork();
train(trained, digits.train, { optimizer: adam({ learningRate }), batchSize: 32, epochs: 3, seed: 1 });
const same = network.layers.every(({ weights }, i) => String(weights) === String(trained.layers[i]?.weights));
console.log(`${step} steps by hand, and the weights of train: ${same}`);

// #endregion by-hand

// #region trainer
import { evaluate, trainer } from 'glassbox-nn';

const other = newNetwork();
const training = trainer(other, { optimizer: adam({ learningRate }), seed: 1 });
for (let epoch = 1; epoch <= 3; epoch++) {
  for (const batch of digits.train.batches(32, { seed: 1, epoch })) training.step(batch);
  const { accuracy = 0 } = evaluate(other, digits.test);
  console.log(`epoch ${epoch}: ${training.steps} steps, and ${(100 * accuracy).toFixed(1)} % of the test digits are read`);
}
const equal = other.layers.every(({ weights }, i) => String(weights) === String(trained.layers[i]?.weights));
console.log(`The same weights again: ${equal}`);
// #endregion trainer

// #region resume
const fourth = Array.from(digits.train.batches(32, { seed: 1, epoch: 4 }));
for (const batch of fourth.slice(0, 10)) training.step(batch);
const saved = training.save();

const copy = newNetwork();
const goesOn = trainer(copy, { optimizer: adam({ learningRate }), seed: 1, from: saved });
// The place in the data is yours: the epoch that is under way, and the batches of it that were taken.
const perEpoch = Math.ceil(digits.train.count / 32);
const current = 1 + Math.floor(goesOn.steps / perEpoch);
const taken = goesOn.steps % perEpoch;
const rest = Array.from(digits.train.batches(32, { seed: 1, epoch: current })).slice(taken);
console.log(`It goes on in epoch ${current}, after batch ${taken} of ${perEpoch}`);
for (const next of rest) {
  // A rate of your own, for this step alone: lower as the epoch ends. The next step is given its own.
  const own = learningRate * (1 - (goesOn.steps % perEpoch) / perEpoch);
  const { step: at, loss } = goesOn.step(next, { learningRate: own });
  const { loss: without } = training.step(next, { learningRate: own });
  if (at % 10 === 0)
    console.log(`step ${at}: loss ${loss.toFixed(4)} at the rate ${own.toFixed(5)}, and without a stop ${without.toFixed(4)}`);
}
// #endregion resume
