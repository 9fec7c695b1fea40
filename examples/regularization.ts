// Overfitting and what is done against it: 800 digits, learned by the same network with and without regularization.
import { adam, earlyStopping, evaluate, Network, relu, softmax, type TrainingOptions, train } from 'glassbox-nn';
import { smoothLabels } from 'glassbox-nn/data';
import { sampleDigits } from 'glassbox-nn/sample-digits';

const digits = sampleDigits();
const [training, validationData] = digits.train.split(0.8, { seed: 1 });

function show(name: string, options: TrainingOptions, data = training): void {
  const network = new Network([784, 64, 10], { hidden: relu, output: softmax });
  const history = train(network, data, { optimizer: adam({ learningRate: 0.003 }), epochs: 60, validationData, ...options });
  const losses = [evaluate(network, training).loss, evaluate(network, validationData).loss];
  const cells = [
    String(history.length),
    ...losses.map((loss) => loss.toFixed(3)),
    evaluate(network, digits.test).accuracy?.toFixed(3),
  ];
  console.log(name.padEnd(24) + cells.map((cell) => cell?.padStart(12)).join(''));
}

console.log(
  'regularization'.padEnd(24) + ['epochs', 'training', 'validation', 'test'].map((title) => title.padStart(12)).join(''),
);
show('none', {});
show('early stopping', { earlyStopping: earlyStopping({ patience: 5, restoreBestWeights: true }) });
show('L2 penalty', { l2: 0.001 });
show('dropout', { dropout: 0.3 });
show('label smoothing', {}, smoothLabels(training, 0.1));
