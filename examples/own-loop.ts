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
const parameters = network.layers.flatMap(({ weights, biases }) => [weights, biases]);
const gradients = parameters.map((values) => new Float32Array(values.length));
const states = parameters.map((values) => Array.from({ length: optimizer.slots }, () => new Float32Array(values.length)));

let step = 0;
for (let epoch = 1; epoch <= 3; epoch++) {
  for (const batch of digits.train.batches(32, { seed: 1, epoch })) {
    for (const gradient of gradients) gradient.fill(0);
    for (const { input, target } of batch) {
      const slopes = backpropagate(network, input, target).gradients.flatMap(({ weights, biases }) => [weights, biases]);
      for (let i = 0; i < slopes.length; i++) add(gradients[i], gradients[i], slopes[i]);
    }
    step += 1;
    for (let i = 0; i < parameters.length; i++) {
      scale(gradients[i], gradients[i], 1 / batch.count); // from the sum over the batch to the mean
      optimizer.update(parameters[i], gradients[i], states[i], { step, learningRate });
    }
  }
}

const trained = newNetwork();
train(trained, digits.train, { optimizer: adam({ learningRate }), batchSize: 32, epochs: 3, seed: 1 });
const same = network.layers.every(({ weights }, i) => String(weights) === String(trained.layers[i].weights));
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
const equal = other.layers.every(({ weights }, i) => String(weights) === String(trained.layers[i].weights));
console.log(`The same weights again: ${equal}`);
// #endregion trainer

// #region resume
const saved = training.save();

const copy = newNetwork();
const goesOn = trainer(copy, { optimizer: adam({ learningRate }), seed: 1, from: saved });
const [batch] = digits.train.batches(32, { seed: 1, epoch: 4 });
const { step: at, loss } = goesOn.step(batch);
console.log(`step ${at}: loss ${loss.toFixed(4)}, and without a stop ${training.step(batch).loss.toFixed(4)}`);
// #endregion resume
