// What a recording keeps of a training.
import { fit, Network, softmax, train } from 'glassbox-nn';
import { circles, mnist } from 'glassbox-nn/data';
import { record } from 'glassbox-nn/pictures';
import { describe, expect, it } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { expectRefusal } from '../support/refusals.js';
import { trainingDigits } from '../support/trainingDigits.js';

const data = circles({ count: 64 });
const options = { width: 2, every: 1 };

/** A network, recorded while it learns for so many steps of one batch. */
function recorded(steps: number, given: object = {}) {
  const network = new Network([2, 3, 2], { output: softmax });
  const recording = record(network, data, { ...options, ...given });
  train(network, data, { batchSize: 64, epochs: steps, onBatch: recording.onBatch });
  return { network, recording, steps: recording.frames.map(({ step }) => step) };
}

describe('a recording', () => {
  it('keeps the weights and what the network was like, before the training and after its steps', () => {
    const { network, recording } = recorded(3);
    expect(recording.frames.map(({ step, epoch }) => [step, epoch])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    const last = recording.frames.at(-1);
    const weights = Array.from(last?.weights ?? [], (step) => (step / 127) * (last?.scale ?? 0));
    weights.forEach((weight, index) => {
      expect(Math.abs(weight - (network.layers[0].weights[index] as number))).toBeLessThanOrEqual((last?.scale ?? 0) / 253);
    });
    const fresh = record(network, data, options).frames[0];
    expect(last).toEqual({ ...fresh, step: 3, epoch: 3 });
  });

  it('drops every second moment where there are too many, and takes fewer from then on', () => {
    expect(recorded(7, { most: 4 }).steps).toEqual([0, 2, 4, 6]);
    expect(recorded(8, { most: 4 }).steps).toEqual([0, 4, 8]);
    expect(recorded(100, { most: 10 }).steps).toEqual([0, 16, 32, 48, 64, 80, 96]);
  });

  it('has the end in its page, though that be between two moments', () => {
    const { recording } = recorded(7, { every: 5 });
    expect(recording.frames.map(({ step }) => step)).toEqual([0, 5]);
    recording.toHtml();
    expect(recording.frames.map(({ step }) => step)).toEqual([0, 5, 7]);
  });

  it('goes on through a second training', () => {
    const { network, recording } = recorded(3);
    train(network, data, { batchSize: 64, epochs: 2, onBatch: recording.onBatch });
    expect(recording.frames.map(({ step, epoch }) => [step, epoch]).slice(3)).toEqual([
      [3, 3],
      [4, 4],
      [5, 5],
    ]);
  });

  it('changes no bit of a training, of train and of fit', async () => {
    const { images, labels } = await trainingDigits(400);
    const digits = mnist(images, labels);
    const [alone, watched, waited] = [0, 1, 2].map(() => new Network([784, 16, 10]));
    train(alone as Network, digits, { epochs: 2 });
    train(watched as Network, digits, { epochs: 2, onBatch: record(watched as Network, digits, { every: 3 }).onBatch });
    await fit(waited as Network, digits, { epochs: 2, onBatch: record(waited as Network, digits, { every: 3 }).onBatch });
    expect(hashOfNetwork(watched as Network)).toBe(hashOfNetwork(alone as Network));
    expect(hashOfNetwork(waited as Network)).toBe(hashOfNetwork(alone as Network));
  });

  it('keeps the neurons that were asked for, of the layer that was asked for', () => {
    expect(recorded(1, { neurons: 2 }).recording.frames[0]?.weights).toHaveLength(4);
    expect(recorded(1, { layer: 1, width: 3 }).recording.frames[0]?.weights).toHaveLength(6);
  });

  it('is refused where it cannot be', async () => {
    const network = new Network([2, 3, 2]);
    await expectRefusal(() => record(network, data), 'ShapeError', 'width');
    await expectRefusal(() => record(network, data, { ...options, layer: 2 }), 'OutOfRangeError', 'layer');
    await expectRefusal(() => record(network, data, { ...options, every: 0 }), 'OutOfRangeError', 'every');
    await expectRefusal(() => record(network, data, { ...options, most: 1 }), 'OutOfRangeError', 'most');
    await expectRefusal(() => record(network, data, { frames: 3 } as never), 'ArgumentError', 'most');
    await expectRefusal(() => record(new Network([3, 2]), data, options), 'ShapeError', '3 numbers');
  });
});

describe('the page of a recording', () => {
  it('lets no text end its elements (case 135)', () => {
    const html = recorded(1, { title: '</title><script>alert(1)</script>' }).recording.toHtml();
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html.match(/<\/title>/g)).toHaveLength(1 + 2);
  });
});
