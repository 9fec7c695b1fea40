// Errors of the most common mistakes, word for word.
import { crossEntropy, evaluate, identity, Network, sgd, softmax, train } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { fromJson } from 'glassbox-nn/formats';
import { expect, it } from 'vitest';
import { exclusiveOr, randomExamples } from '../support/toyData.js';

const network = () => new Network([2, 3, 2], { output: softmax }) as Network;

const mistakes: Readonly<Record<string, () => unknown>> = {
  'rows instead of a Dataset': () => train(network(), [[0, 1]] as never),
  'inputs of another width': () => train(network(), randomExamples(4, 3, 2)),
  'more classes than outputs': () => train(network(), randomExamples(4, 2, 3)),
  'targets that are no shares': () => train(network(), dataset({ inputs: [[0, 1]], targets: [[1, 1]] })),
  'targets out of reach': () => train(new Network([2, 1]), dataset({ inputs: [[0, 1]], targets: [[7]] })),
  'crossEntropy on a single output': () => train(new Network([2, 1]), exclusiveOr(), { loss: crossEntropy }),
  'a learning rate given to train': () => train(network(), exclusiveOr(), { learningRate: 0.1 } as never),
  'a misspelt option': () => train(network(), exclusiveOr(), { epoch: 3 } as never),
  'an optimizer that was not called': () => train(network(), exclusiveOr(), { optimizer: sgd as never }),
  'a loss by its name': () => evaluate(network(), exclusiveOr(), { loss: 'crossEntropy' as never }),
  'a learning rate of 0': () => sgd({ learningRate: 0 }),
  'a label that is no output': () => crossEntropy([0.25, 0.75], 2),
  'a network inside its own training'() {
    const one = network();
    train(one, exclusiveOr(), { onBatch: () => void train(one, exclusiveOr()) });
  },
  'a learning rate that is too high': () =>
    train(new Network([2, 1], { output: identity }), exclusiveOr(), { optimizer: sgd({ learningRate: 3e38 }), epochs: 3 }),
  'a parsed model instead of its text': () => fromJson({ format: 'glassbox-nn' } as never),
};

it('says what it is about, what was expected, what came and what to do', () => {
  const messages = Object.entries(mistakes).map(([mistake, make]) => {
    try {
      make();
    } catch (error) {
      return `${mistake}: ${(error as Error).name}: ${(error as Error).message}`;
    }
    return `${mistake}: nothing`;
  });
  expect(messages).toMatchInlineSnapshot(`
    [
      "rows instead of a Dataset: ArgumentError: data: expected a Dataset, got an array of 1. Make one with dataset({ inputs, labels }) from glassbox-nn/data.",
      "inputs of another width: ShapeError: data inputs: expected 2 numbers an example (the network's first size), got 3. Make the network new Network([3, ...]).",
      "more classes than outputs: ShapeError: data labels: expected at most 2 classes (the network has 2 outputs), got 3. Give the network an output for each class; labels count from 0.",
      "targets that are no shares: OutOfRangeError: data targets[0]: expected shares that add up to 1, got 2. For questions with answers of their own, end with sigmoid and use binaryCrossEntropy.",
      "targets out of reach: OutOfRangeError: data targets[0]: expected numbers from 0 to 1, got 7. Scale the targets, or end the network with identity and use meanSquaredError.",
      "crossEntropy on a single output: ArgumentError: loss: crossEntropy: expected outputs that are shares adding up to 1, got sigmoid, whose outputs are numbers from 0 to 1. For a single output use binaryCrossEntropy, which asks every output a question of its own.",
      "a learning rate given to train: ArgumentError: training options: expected any of optimizer, loss, seed, l1, l2, clipValue, clipNorm, globalClipNorm, maxNorm, dropout, augmentation, classWeights, epochs, batchSize, shuffle, validationData, validationSplit, earlyStopping, reduceOnPlateau, measures, history, onEpoch, onBatch, signal, onWarning, got 'learningRate'. The optimizer has it: { optimizer: adam({ learningRate: 0.01 }) }.",
      "a misspelt option: ArgumentError: training options: expected any of optimizer, loss, seed, l1, l2, clipValue, clipNorm, globalClipNorm, maxNorm, dropout, augmentation, classWeights, epochs, batchSize, shuffle, validationData, validationSplit, earlyStopping, reduceOnPlateau, measures, history, onEpoch, onBatch, signal, onWarning, got 'epoch'. Did you mean epochs?",
      "an optimizer that was not called: ArgumentError: optimizer: expected an optimizer, as sgd() or adam(), got a function. Call one: adam(), or sgd({ learningRate: 0.1 }).",
      "a loss by its name: ArgumentError: loss: expected a loss, as crossEntropy or binaryCrossEntropy, got 'crossEntropy'. Import one, as meanSquaredError, or make your own with defineLoss.",
      "a learning rate of 0: OutOfRangeError: sgd: learningRate: expected a number above 0 that fits a float32, got 0.",
      "a label that is no output: OutOfRangeError: target label: expected a whole number from 0 to 1, got 2.",
      "a network inside its own training: StateError: network: expected a network that is not being trained, got one that is. Wait for the other training to end, abort it, or call return() on the steps you left unfinished.",
      "a learning rate that is too high: NumericError: training step 2: expected finite numbers, got a sum that overflowed. The network keeps its last finite weights. Try a lower learningRate than 3e+38.",
      "a parsed model instead of its text: FormatError: fromJson: $: expected the text that toJson wrote, got an object. Pass the text itself, not what JSON.parse made of it; of an imported .json file, JSON.stringify(file).",
    ]
  `);
});
