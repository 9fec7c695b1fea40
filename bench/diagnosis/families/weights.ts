// Trainings from weights that do not learn.
import { adam, binaryCrossEntropy, constant, normal, quadratic, relu, sgd, sigmoid, tanh, zeros } from 'glassbox-nn';
import { type Case, family } from '../case.js';
import { biased, networkFor, times, usualLoss } from '../networks.js';
import { task } from '../tasks.js';

const good = adam({ learningRate: 0.01 });

/** The families of these. */
export function weights(): Case[] {
  const hidden = [
    ['circles', 100, tanh],
    ['spirals', 60, tanh],
    ['blobs', 500, sigmoid],
    ['digits', 100, sigmoid],
    ['sine', 200, tanh],
    ['rings', 100, sigmoid],
    ['surface', 300, tanh],
  ] as const;
  const last = [
    ['circles', 300],
    ['blobs', 1000],
    ['digits', 300],
    ['rings', 1000],
    ['spirals', 1000],
  ] as const;
  const saturated = [
    ...hidden.map(([name, factor, activation], index) => ({
      name: `${name}, hidden weights x ${factor}`,
      task: task(name),
      network: () => times(networkFor(task(name), [16, 16], { hidden: activation, seed: index }), index % 2, factor),
      options: { optimizer: good, epochs: 60, ...usualLoss(task(name)) },
    })),
    ...last.map(([name, factor], index) => ({
      name: `${name}, last weights x ${factor}, sigmoid`,
      task: task(name),
      network: () => times(networkFor(task(name), [16], { hidden: tanh, output: sigmoid, seed: index }), 1, factor),
      options: { optimizer: good, epochs: 60, loss: quadratic },
    })),
  ];
  const alike = (['circles', 'blobs', 'digits', 'sine', 'rings', 'spirals', 'xor'] as const).map((name, index) => ({
    name: `${name}, ${index % 2 ? 'zeros' : 'constant'}`,
    task: task(name),
    network: () =>
      networkFor(task(name), [16], { hidden: index % 3 ? tanh : sigmoid, initializer: index % 2 ? zeros : constant(0.1) }),
    options: { optimizer: good, epochs: name === 'xor' ? 500 : 40, ...usualLoss(task(name)) },
  }));
  const dead = [
    ...(['circles', 'blobs', 'digits', 'sine', 'spirals', 'surface'] as const).map((name, index) => ({
      name: `${name}, biases of -${10 + index}`,
      task: task(name),
      network: () => biased(networkFor(task(name), [16, 16], { seed: index }), index % 2, -10 - index, 16),
      options: { optimizer: good, epochs: 40, ...usualLoss(task(name)) },
    })),
    ...Array.from({ length: 24 }, (_, seed) => ({
      name: `xor 2-4-1, relu, seed ${seed}`,
      kinds: ['deadNeurons', 'stalled'] as const,
      task: task('xor'),
      network: () => networkFor(task('xor'), [4], { seed }),
      options: { optimizer: adam({ learningRate: 0.05 }), epochs: 600 },
    })),
  ];
  const still = Array.from({ length: 24 }, (_, seed) => ({
    name: `xor 2-2-1, seed ${seed}`,
    task: task('xor'),
    network: () => networkFor(task('xor'), [seed % 2 ? 2 : 3], { hidden: seed % 4 < 2 ? sigmoid : tanh, seed }),
    options: { optimizer: adam({ learningRate: 0.05 }), epochs: 1500, loss: binaryCrossEntropy },
  }));
  const tiny = (['circles', 'blobs', 'digits', 'sine', 'spirals', 'surface'] as const).map((name, index) => ({
    name: `${name}, weights of 1e-5`,
    task: task(name),
    network: () =>
      networkFor(task(name), [16, 16, 16], { hidden: index % 2 ? relu : tanh, initializer: normal(0, 1e-5), seed: index }),
    options: { optimizer: sgd({ learningRate: 0.05 }), epochs: 30, ...usualLoss(task(name)) },
  }));
  return [
    ...family('saturated', ['saturation', 'weightScale'], saturated),
    ...family('twins', ['symmetry'], alike),
    ...family('dead ReLUs', ['deadNeurons'], dead),
    ...family('a standstill', ['stalled', 'tooSimple', 'saturation'], still),
    ...family('tiny weights', ['weightScale', 'symmetry'], tiny),
  ];
}
