// Training with a schedule, early stopping and what keeps a network from learning by heart; and a diagnosis.
// #region schedule
import { adam, cosineDecay, inTurn, Network, softmax, stepsOf, tanh, train, warmup } from 'glassbox-nn';
import { spirals } from 'glassbox-nn/data';

const [points, others] = spirals({ count: 300, noise: 0.03, turns: 0.8 }).split(0.7, { seed: 1 });
const network = new Network([2, 32, 2], { hidden: tanh, output: softmax });

const epochs = 200;
const steps = stepsOf(points.count, epochs);
const learningRate = inTurn(warmup({ to: 0.02, steps: 20 }), cosineDecay({ from: 0.02, steps: steps - 20 }));
const history = train(network, points, { optimizer: adam({ learningRate }), epochs, validationData: others });

console.log(`validation accuracy ${history.at(-1)?.validation?.accuracy?.toFixed(2)}`);

// #endregion schedule

// #region earlyStopping
import { earlyStopping, reduceOnPlateau } from 'glassbox-nn';

const patient = new Network([2, 32, 2], { hidden: tanh, output: softmax });
const stopped = train(patient, points, {
  optimizer: adam({ learningRate: 0.02 }),
  epochs: 1000,
  validationData: others,
  earlyStopping: earlyStopping({ patience: 30, restoreBestWeights: true }),
  reduceOnPlateau: reduceOnPlateau({ factor: 0.5, patience: 10 }),
});

const { best } = stopped.at(-1)?.earlyStopping ?? {};
console.log(`stopped after epoch ${stopped.length}, with the weights of epoch ${best}`);

// #endregion earlyStopping

// #region regularisation
import { relu } from 'glassbox-nn';
import { smoothLabels } from 'glassbox-nn/data';

const careful = new Network([2, 64, 64, 2], { hidden: relu, output: softmax });
train(careful, smoothLabels(points, 0.1), {
  optimizer: adam({ learningRate: 0.005 }),
  epochs: 100,
  dropout: 0.2,
  maxNorm: 3,
  validationData: others,
});

// #endregion regularisation

// #region freezing
import { freeze, Layer } from 'glassbox-nn';

const onTop = new Network([freeze(network.layers[0]), new Layer(32, 2, { activation: softmax })]);
train(onTop, points, { optimizer: adam({ learningRate: 0.02 }), epochs: 20 });

// #endregion freezing

// #region diagnosis
import { diagnose, sgd } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';

const houses = dataset({
  inputs: [
    [120, 3],
    [80, 2],
    [45, 1],
    [200, 5],
  ],
  labels: [1, 0, 0, 1],
});
const findings = diagnose(new Network([2, 8, 2]), houses, { optimizer: sgd({ learningRate: 0.1 }), epochs: 500 });

console.log(String(findings));
// #endregion diagnosis
