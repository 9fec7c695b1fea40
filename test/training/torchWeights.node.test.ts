// Weights of examples and of classes, beside PyTorch: what it learns from the same examples by Keras's rule.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  crossEntropy,
  identity,
  Layer,
  type LayerActivation,
  meanSquaredError,
  Network,
  sgd,
  softmax,
  type TrainingOptions,
  tanh,
  train,
} from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { onBoth } from '../engine/onBoth.js';

interface Parameters {
  readonly weights: readonly number[];
  readonly biases: readonly number[];
}

interface Fixture {
  readonly rate: number;
  readonly epochs: number;
  readonly inputs: readonly (readonly number[])[];
  readonly labels: readonly number[];
  readonly targets: readonly (readonly number[])[];
  readonly sampleWeights: readonly number[];
  readonly classWeights: readonly number[];
  /** Before training. */
  readonly layers: readonly [Parameters, Parameters];
  readonly cases: readonly {
    readonly loss: 'crossEntropy' | 'meanSquaredError';
    readonly classWeights: 'none' | 'given' | 'balanced';
    readonly sampleWeights: boolean;
    readonly batchSize: number;
    /** The loss of each epoch, and the network after the last. */
    readonly losses: readonly number[];
    readonly layers: readonly Parameters[];
  }[];
}

const fixture: Fixture = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/torchWeights.json'), 'utf8'));

const CLOSE = 1e-6;
const { inputs, labels, targets, sampleWeights, rate, epochs } = fixture;
const CLASS_WEIGHTS = { none: undefined, given: fixture.classWeights, balanced: 'balanced' } as const;

/** The network before training. */
function start(output: LayerActivation): Network {
  const [hidden, last] = fixture.layers;
  const layers = [new Layer(3, 4, { activation: tanh, ...hidden }), new Layer(4, 3, { activation: output, ...last })] as const;
  return new Network(layers) as unknown as Network;
}

const distance = (one: ArrayLike<number>, other: readonly number[]) =>
  Math.max(...other.map((number, place) => Math.abs(number - Number(one[place]))));

describe.each(fixture.cases)(
  '$loss, class weights $classWeights, sample weights $sampleWeights, batches of $batchSize',
  (expected) => {
    const isClass = expected.loss === 'crossEntropy';
    const weights = expected.sampleWeights ? { sampleWeights } : {};
    const data = isClass ? dataset({ inputs, labels, classes: 3, ...weights }) : dataset({ inputs, targets, ...weights });
    const options: TrainingOptions = {
      optimizer: sgd({ learningRate: rate }),
      loss: isClass ? crossEntropy : meanSquaredError,
      classWeights: CLASS_WEIGHTS[expected.classWeights],
      epochs,
      batchSize: expected.batchSize,
      shuffle: false,
    };

    it('come to the losses and the network of PyTorch, on both backends', () => {
      const { network, losses } = onBoth(() => {
        const trained = start(isClass ? softmax : identity);
        return { losses: train(trained, data, options).map(({ loss }) => loss), network: trained };
      });
      expect(losses).toHaveLength(epochs);
      expect(distance(losses, expected.losses)).toBeLessThan(CLOSE);
      for (const [index, { weights, biases }] of expected.layers.entries()) {
        expect(distance(network.layers[index]?.weights ?? [], weights)).toBeLessThan(CLOSE);
        expect(distance(network.layers[index]?.biases ?? [], biases)).toBeLessThan(CLOSE);
      }
    });
  },
);
