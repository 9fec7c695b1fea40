// Stopping, and one training at a time: cases 115 to 121.
import { type AbortSignalLike, fit, Layer, Network, sgd, softmax, train, trainSteps } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { errorOf, expectRefusal } from '../support/refusals.js';
import { exclusiveOr, randomExamples } from '../support/toyData.js';

const data = randomExamples(40, 3, 2);
const fresh = () => new Network([3, 4, 2], { output: softmax });
const options = { optimizer: sgd({ learningRate: 0.5 }), batchSize: 4 };

/** The hashes of the network after each step of an undisturbed epoch, that before the first one at index 0. */
function undisturbed(): string[] {
  const network = fresh();
  const hashes = [hashOfNetwork(network)];
  for (const _ of trainSteps(network, data, options)) hashes.push(hashOfNetwork(network));
  return hashes;
}

describe('a signal', () => {
  it('aborted before the start: nothing happens (case 115)', async () => {
    const signal = AbortSignal.abort();
    for (const call of [
      (network: Network) => train(network, data, { ...options, signal }),
      (network: Network) => fit(network, data, { ...options, signal }),
      (network: Network) => trainSteps(network, data, { ...options, signal }).next(),
    ]) {
      const network = fresh();
      expect(await errorOf(() => call(network))).toBe(signal.reason);
      expect(signal.reason).toMatchObject({ name: 'AbortError' });
      expect(hashOfNetwork(network)).toBe(hashOfNetwork(fresh()));
      expect(train(network, data).length).toBe(1);
    }
  });

  it('aborted mid-epoch stops before the next step (case 116)', async () => {
    for (const call of [train, fit]) {
      const network = fresh();
      const controller = new AbortController();
      let steps = 0;
      const onBatch = () => {
        steps += 1;
        if (steps === 3) controller.abort();
      };
      const error = await errorOf(() => call(network, data, { ...options, onBatch, signal: controller.signal }));
      expect(error).toMatchObject({ name: 'AbortError' });
      expect(steps).toBe(3);
      expect(hashOfNetwork(network)).toBe(undisturbed()[3]);
      expect(train(network, data).length).toBe(1);
    }
  });

  it('aborted within a batch stops there, and the batch counts for nothing (case 116)', async () => {
    // So large a network, and so many examples, that a batch is many portions on every backend.
    const large = new Network([1000, 1000, 2]);
    const before = hashOfNetwork(large);
    let looks = 0;
    const signal: AbortSignalLike = {
      get aborted() {
        looks += 1;
        return looks > 4;
      },
      reason: 'enough',
    };
    const examples = randomExamples(200, 1000, 2);
    expect(await errorOf(() => fit(large, examples, { batchSize: 200, signal }))).toBe('enough');
    // Four looks that let it go on, the one that stops it, and one that asks what an error leaves.
    expect(looks).toBe(6);
    expect(hashOfNetwork(large)).toBe(before);
  });

  it("aborted with a reason of one's own throws it, and one of our form without a reason an AbortError", async () => {
    const reason = { why: 'lunch' };
    expect(await errorOf(() => fit(fresh(), data, { signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(await errorOf(() => fit(fresh(), data, { signal: { aborted: true } }))).toMatchObject({ name: 'AbortError' });
  });

  it('aborted after the last epoch is ignored (case 117)', async () => {
    for (const call of [train, fit]) {
      const controller = new AbortController();
      const onEpoch = () => controller.abort();
      expect((await call(fresh(), data, { ...options, onEpoch, signal: controller.signal })).length).toBe(1);
    }
    const controller = new AbortController();
    const network = fresh();
    await fit(network, data, { ...options, signal: controller.signal });
    controller.abort();
    expect(hashOfNetwork(network)).toBe(undisturbed().at(-1));
  });

  it('does not move a bit if it is never aborted', async () => {
    const network = fresh();
    await fit(network, data, { ...options, signal: new AbortController().signal });
    expect(hashOfNetwork(network)).toBe(undisturbed().at(-1));
  });
});

describe('a second training of one network', () => {
  it('is refused, and the first goes on undisturbed (case 118)', async () => {
    const network = fresh();
    const first = fit(network, data, { ...options, onBatch: () => new Promise((resolve) => setTimeout(resolve, 0)) });
    const words = ['network', 'a network that is not being trained', 'Wait for the other training to end'] as const;
    await expectRefusal(() => train(network, data), 'StateError', ...words);
    await expectRefusal(() => fit(network, data), 'StateError', ...words);
    await expectRefusal(() => trainSteps(network, data).next(), 'StateError', ...words);
    expect((await first).length).toBe(1);
    expect(hashOfNetwork(network)).toBe(undisturbed().at(-1));
    expect(train(network, data).length).toBe(1);
  });

  it('is refused for another network that shares a layer (case 118)', async () => {
    const network = fresh();
    const steps = trainSteps(network, data, options);
    steps.next();
    const sharing = new Network([network.layers[0], new Layer(4, 2, { activation: softmax })]);
    await expectRefusal(() => train(sharing, data), 'StateError', 'network');
    steps.return([]);
    expect(train(sharing, data).length).toBe(1);
  });

  it('is allowed for another network on the same data', () => {
    const [one, other] = [fresh(), fresh()];
    const steps = [trainSteps(one, data, options), trainSteps(other, data, options)];
    for (let step = 0; step < 10; step++) for (const run of steps) run.next();
    expect(hashOfNetwork(one)).toBe(undisturbed().at(-1));
    expect(hashOfNetwork(other)).toBe(undisturbed().at(-1));
  });

  it('from a callback is refused, and the error comes through (case 121)', async () => {
    for (const call of [train, fit]) {
      const network = fresh();
      await expectRefusal(() => call(network, data, { ...options, onBatch: () => void train(network, data) }), 'StateError');
      expect(hashOfNetwork(network)).toBe(undisturbed()[1]);
      expect(train(network, data).length).toBe(1);
    }
  });
});

it('predictions meanwhile see whole steps (case 119)', async () => {
  const network = fresh();
  const known = new Set(undisturbed());
  const seen = new Set<string>();
  let training = true;
  const watching = (async () => {
    while (training) {
      seen.add(hashOfNetwork(network));
      expect(network.forward([1, 2, 3]).every(Number.isFinite)).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  })();
  await fit(network, data, { ...options, onBatch: () => new Promise((resolve) => setTimeout(resolve, 0)) });
  training = false;
  await watching;
  for (const hash of seen) expect(known.has(hash)).toBe(true);
  expect(seen.size).toBeGreaterThan(2);
});

describe('a callback that throws', () => {
  const fault = new Error('in a callback');
  const fail = () => {
    throw fault;
  };

  it('ends the training with its error, and frees the network (case 120)', async () => {
    for (const call of [train, fit]) {
      for (const [name, whole] of [
        ['onBatch', 1],
        ['onEpoch', 10],
      ] as const) {
        const network = fresh();
        expect(await errorOf(() => call(network, data, { ...options, epochs: 2, [name]: fail }))).toBe(fault);
        expect(hashOfNetwork(network)).toBe(undisturbed()[whole]);
        expect(train(network, data).length).toBe(1);
      }
      const alike = new Network([2, 3, 2], { initializer: () => 0 });
      expect(await errorOf(() => call(alike, exclusiveOr(), { onWarning: fail }))).toBe(fault);
      expect(train(alike, exclusiveOr(), { onWarning: () => {} }).length).toBe(1);
    }
  });

  it('or whose promise is rejected does the same (case 120)', async () => {
    const network = fresh();
    expect(await errorOf(() => fit(network, data, { ...options, onBatch: () => Promise.reject(fault) }))).toBe(fault);
    expect(hashOfNetwork(network)).toBe(undisturbed()[1]);
    expect(train(network, data).length).toBe(1);
  });
});
