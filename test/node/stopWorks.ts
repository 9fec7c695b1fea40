// Trainings to be stopped.
import { Network, softmax, tanh } from 'glassbox-nn';
import type { Dataset } from 'glassbox-nn/data';
import { randomExamples } from '../support/toyData.js';

/** A training to be stopped. */
export interface Work {
  readonly name: string;
  network(): Network;
  readonly data: Dataset;
  readonly validationData: Dataset;
  readonly batchSize: number;
  readonly epochs: number;
}

/** Inputs that are written anew each time, inputs that are kept in the core, and validations of several turns. */
export const works = (): readonly Work[] => [
  {
    name: 'small',
    network: () => new Network([20, 16, 3], { hidden: tanh, output: softmax, seed: 3 }),
    data: randomExamples(60, 20, 3),
    validationData: randomExamples(40, 20, 3, 2),
    batchSize: 10,
    epochs: 3,
  },
  {
    name: 'kept',
    network: () => new Network([400, 8, 3], { hidden: tanh, output: softmax, seed: 4 }),
    data: randomExamples(700, 400, 3),
    validationData: randomExamples(700, 400, 3, 2),
    batchSize: 130,
    epochs: 3,
  },
  {
    name: 'long validation',
    network: () => new Network([400, 256, 3], { hidden: tanh, output: softmax, seed: 5 }),
    data: randomExamples(100, 400, 3),
    validationData: randomExamples(2100, 400, 3, 2),
    batchSize: 50,
    epochs: 2,
  },
];
