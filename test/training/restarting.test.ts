// A fit that is aborted and begun again at once, as React does with every effect in its StrictMode: cases 303 to 305.
import { type AbortSignalLike, fit, Layer, Network, sgd, softmax, train, trainSteps } from 'glassbox-nn';
import { checkpointIn } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { errorOf, expectRefusal } from '../support/refusals.js';
import { randomExamples } from '../support/toyData.js';

const data = randomExamples(40, 3, 2);
const fresh = () => new Network([3, 4, 2], { output: softmax });
const options = { optimizer: sgd({ learningRate: 0.5 }), batchSize: 4, epochs: 2 };
const later = () => new Promise((resolve) => setTimeout(resolve, 1));

/** A fit that waits for what its first batch saves, and how to abort it. */
async function begun(network: Network<readonly [3, 4, 2]>): Promise<{ ended: Promise<unknown>; abort(): void }> {
  const controller = new AbortController();
  let ended: Promise<unknown> = Promise.resolve();
  await new Promise<void>((inBatch) => {
    const save = () => {
      inBatch();
      return later();
    };
    const checkpoint = checkpointIn({ load: () => undefined, save }, { everySteps: 1 });
    ended = errorOf(() => fit(network, data, { ...options, signal: controller.signal, checkpoint }));
  });
  return { ended, abort: () => controller.abort() };
}

/** What a whole training makes of a network that has learnt from one batch before. */
function afterOneStep(): string {
  const network = fresh();
  const steps = trainSteps(network, data, options);
  steps.next();
  steps.return([]);
  train(network, data, options);
  return hashOfNetwork(network);
}

describe('a fit', () => {
  it('waits for one that is aborted, and trains from the step it came to (case 303)', async () => {
    const network = fresh();
    const first = await begun(network);
    first.abort();
    expect(await fit(network, data, options)).toHaveLength(2);
    expect(await first.ended).toMatchObject({ name: 'AbortError' });
    expect(hashOfNetwork(network)).toBe(afterOneStep());
  });

  it('waits for one that trains a layer of its network in another (case 303)', async () => {
    const network = fresh();
    const first = await begun(network);
    first.abort();
    const sharing = new Network([network.layers[0], new Layer(4, 2, { activation: softmax })]);
    expect(await fit(sharing, data, options)).toHaveLength(2);
  });

  it('does not wait for one that goes on, and a train waits for none (case 118)', async () => {
    const network = fresh();
    const first = await begun(network);
    await expectRefusal(() => fit(network, data), 'StateError', 'a network that is not being trained');
    first.abort();
    await expectRefusal(() => train(network, data), 'StateError', 'a network that is not being trained');
    await first.ended;
    expect(train(network, data)).toHaveLength(1);
  });

  it('does not wait for steps that are never taken, also if their signal is aborted (case 118)', async () => {
    const network = fresh();
    const controller = new AbortController();
    const steps = trainSteps(network, data, { ...options, signal: controller.signal });
    steps.next();
    controller.abort();
    await expectRefusal(() => fit(network, data), 'StateError', 'call return() on the steps');
  });

  it('that waits is stopped by its own signal, and the next waits in its place (case 304)', async () => {
    const network = fresh();
    const first = await begun(network);
    first.abort();
    let ended = false;
    const noticing = first.ended.then(() => {
      ended = true;
    });
    const controllers = [new AbortController(), new AbortController()];
    const waiting = controllers.map(({ signal }) => errorOf(() => fit(network, data, { ...options, signal })));
    for (const controller of controllers) controller.abort('gone');
    expect(await Promise.all(waiting)).toEqual(['gone', 'gone']);
    expect(ended).toBe(false);
    expect(await fit(network, data, options)).toHaveLength(2);
    await noticing;
    expect(hashOfNetwork(network)).toBe(afterOneStep());
  });

  it('of two that wait the first trains, and the second is refused (case 118)', async () => {
    const network = fresh();
    const first = await begun(network);
    first.abort();
    const second = fit(network, data, { ...options, onBatch: later });
    const third = fit(network, data, options);
    await expectRefusal(() => third, 'StateError', 'a network that is not being trained');
    expect(await second).toHaveLength(2);
  });

  it('waits under a signal of our form alone, which is looked at before and after (case 304)', async () => {
    const network = fresh();
    const first = await begun(network);
    first.abort();
    const signal: { aborted: boolean } & AbortSignalLike = { aborted: false };
    const second = errorOf(() => fit(network, data, { ...options, signal }));
    signal.aborted = true;
    expect(await second).toMatchObject({ name: 'AbortError' });
    await first.ended;
    expect(train(network, data)).toHaveLength(1);
  });

  it('begun in a callback of the one that it waits for does not keep it from ending (case 303)', async () => {
    const network = fresh();
    const controller = new AbortController();
    let second: Promise<unknown> = Promise.resolve();
    const onBatch = () => {
      controller.abort('enough');
      second = fit(network, data, options);
      return second;
    };
    expect(await errorOf(() => fit(network, data, { ...options, signal: controller.signal, onBatch }))).toBe('enough');
    expect(await second).toHaveLength(2);
    expect(hashOfNetwork(network)).toBe(afterOneStep());
  });

  it('a hundred times aborted and begun again at once trains in the end (case 303)', async () => {
    const network = fresh();
    const controllers = Array.from({ length: 100 }, () => new AbortController());
    const reasons = controllers.map(({ signal }, index) => {
      const running = errorOf(() => fit(network, data, { ...options, signal, onBatch: later }));
      controllers[index]?.abort(index);
      return running;
    });
    expect(await fit(network, data, options)).toHaveLength(2);
    expect(await Promise.all(reasons)).toEqual(controllers.map((_, index) => index));
    expect(train(network, data)).toHaveLength(1);
  });
});
