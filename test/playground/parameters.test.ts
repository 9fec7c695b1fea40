// What travels between page and worker, and what is kept in the browser.
import { Layer, Network, relu, softmax } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { packDigits } from '../../playground/digits.js';
import { appended, meanPoint } from '../../playground/src/model/curve.js';
import { buildNetwork, type NetworkSpec } from '../../playground/src/model/NetworkSpec.js';
import { SPIRALS } from '../../playground/src/model/origins.js';
import { packOwnDigits, unpackOwnDigits } from '../../playground/src/model/packOwnDigits.js';
import { readParameters, writeParameters } from '../../playground/src/model/parameters.js';
import { fits, refit } from '../../playground/src/model/refit.js';
import { differences } from '../../playground/src/training/differences.js';
import { Moments } from '../../playground/src/training/Moments.js';

describe('all knobs as one array', () => {
  it('come back as they were, layer by layer', () => {
    const network = new Network([5, 3, 2], { seed: 1 });
    const other = new Network([5, 3, 2], { seed: 2 });
    writeParameters(other, readParameters(network));
    expect(readParameters(other)).toEqual(readParameters(network));
    expect(other.layers[1]?.weights).toEqual(network.layers[1]?.weights);
  });

  it('differ in the places that were turned', () => {
    const { places, values } = differences(Float32Array.of(1, 2, 3), Float32Array.of(1, 5, 3));
    expect([[...places], [...values]]).toEqual([[1], [5]]);
  });
});

describe('a network for other examples', () => {
  it('keeps the hidden layers and the activations, and gets the ends that fit', () => {
    const network = new Network([784, 8, 6, 10], { hidden: relu, output: softmax });
    const { network: fitting } = refit(network, 'spirals', 1);
    expect(fitting.sizes).toEqual([2, 8, 6, 2]);
    expect(fitting.layers.map(({ activation }) => activation.name)).toEqual(['relu', 'relu', 'softmax']);
    expect([fits(network, 'spirals'), fits(fitting, 'spirals'), fits(network, 'own')]).toEqual([false, true, true]);
  });

  it('has the weights that a new network of this seed has', () => {
    const fresh = refit(new Network([784, 16, 16, 10]), 'digits', 7).network;
    expect(readParameters(fresh)).toEqual(readParameters(new Network([784, 16, 16, 10], { seed: 7 })));
  });

  it('comes from settings that build it again to the bit, where there are such settings', () => {
    const { network, origin } = refit(buildNetwork(SPIRALS), 'digits', 7, 'heNormal');
    expect(origin).toEqual({
      kind: 'built',
      spec: { ...SPIRALS, sizes: [784, 8, 8, 10], seed: 7, initializer: 'heNormal' },
    });
    const again = buildNetwork((origin as { spec: NetworkSpec }).spec);
    expect(readParameters(again)).toEqual(readParameters(network));
    expect(String(again)).toBe(String(network));
  });

  it('comes from no settings where its activations are of several kinds', () => {
    const mixed = new Network([new Layer(784, 4, { activation: relu }), new Layer(4, 4), new Layer(4, 10)]);
    const { network, origin } = refit(mixed, 'spirals', 7);
    expect(network.layers.map(({ activation }) => activation.name)).toEqual(['relu', 'sigmoid', 'sigmoid']);
    expect(origin).toEqual({ kind: 'file', name: 'network-2-4-4-2.json' });
  });
});

describe('a curve', () => {
  it('never grows beyond what a picture shows, and keeps its last point', () => {
    let points: readonly { step: number; loss: number; accuracy: number }[] = [];
    for (let step = 1; step <= 5000; step++) points = appended(points, { step, loss: 1, accuracy: 0.5 }, meanPoint);
    expect(points.length).toBeLessThanOrEqual(400);
    expect(points.at(-1)).toEqual({ step: 5000, loss: 1, accuracy: 0.5 });
  });

  it('forgets what came after a step it goes on from', () => {
    const at = (step: number) => ({ step, loss: 1, accuracy: 0 });
    expect(appended([at(1), at(2), at(3)], at(2), meanPoint).map(({ step }) => step)).toEqual([1, 2]);
  });
});

describe('the moments of a long training', () => {
  it('stay few, spread over all of it, with the first one', () => {
    const moments = new Moments(13002);
    for (let step = 0; step <= 100_000; step++)
      moments.offer(step, () => ({ epoch: 1, atEnd: false, parameters: new Float32Array(1) }));
    expect(moments.steps.length).toBeLessThanOrEqual(128);
    expect(moments.steps.length).toBeGreaterThan(32);
    expect(moments.steps[0]).toBe(0);
    expect(moments.at(50_000).step).toBeGreaterThan(48_000);
  });
});

describe("digits of one's own", () => {
  const digit = (label: number) => ({ label, pixels: Float32Array.from({ length: 784 }, (_, place) => (place % 256) / 255) });

  it('come back from their text', () => {
    expect(unpackOwnDigits(packOwnDigits([digit(3), digit(9)]))).toEqual([digit(3), digit(9)]);
  });

  it('are none where the text is not what was written', () => {
    const text = packOwnDigits([digit(3)]);
    for (const wrong of ['x', text.slice(4), `${text}${text}AAAA`, '<script>', packOwnDigits([digit(12)]), 'A'.repeat(1e6)]) {
      expect(unpackOwnDigits(wrong)).toEqual([]);
    }
    expect(unpackOwnDigits('')).toEqual([]);
  });
});

describe('the digits that the page ships', () => {
  it('are small', () => {
    const { images, labels } = packDigits(6000);
    expect(images.length + labels.length).toBeLessThan(610_000);
  });
});
