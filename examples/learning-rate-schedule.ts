// Learning rate schedules: warmup and cosine decay by the step, and a rate that is reduced when the validation loss stops falling.
// #region schedule
import { adam, cosineDecay, inTurn, Network, softmax, stepsOf, tanh, train, warmup } from 'glassbox-nn';
import { spirals } from 'glassbox-nn/data';

const [points, validationData] = spirals({ count: 300, noise: 0.03, turns: 0.8 }).split(0.7, { seed: 1 });
const network = new Network([2, 32, 2], { hidden: tanh, output: softmax });

const epochs = 200;
const steps = stepsOf(points.count, epochs);
const learningRate = inTurn(warmup({ to: 0.02, steps: 20 }), cosineDecay({ from: 0.02, steps: steps - 20 }));
const history = train(network, points, { optimizer: adam({ learningRate }), epochs, validationData });

console.log(`${steps} steps, validation accuracy ${history.at(-1)?.validation?.accuracy?.toFixed(2)}`);

// #endregion schedule

// #region plateau
import { reduceOnPlateau } from 'glassbox-nn';

const other = new Network([2, 32, 2], { hidden: tanh, output: softmax });
const records = train(other, points, {
  optimizer: adam({ learningRate: 0.02 }),
  epochs,
  validationData,
  reduceOnPlateau: reduceOnPlateau({ factor: 0.5, patience: 10 }),
});

const rates = new Set(records.map((record) => record.learningRate));
console.log(`learning rates on the way: ${[...rates].join(', ')}`);
// #endregion plateau
