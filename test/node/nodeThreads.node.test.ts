// Training and evaluation by threads of Node: the same bits with any number of them, and what happens when one dies.
import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import {
  adam,
  defineActivation,
  defineLoss,
  evaluate,
  evaluateAsync,
  fit,
  identity,
  Network,
  type Optimizer,
  predictor,
  relu,
  rmsprop,
  sgd,
  softmax,
  type TrainingOptions,
  tanh,
  train,
  trainSteps,
} from 'glassbox-nn';
import { type Dataset, dataset } from 'glassbox-nn/data';
import { nodeThreads } from 'glassbox-nn/node';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SHARED_WORKS } from '../engine/threads/works.js';
import { askFor, on } from '../support/backends.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { errorOf, expectRefusal } from '../support/refusals.js';
import { placeInMemory } from '../support/savedPlaces.js';
import { randomExamples } from '../support/toyData.js';
import { trainingDigits } from '../support/trainingDigits.js';

// Without the core there is nothing that threads could share.
askFor('webassembly');

/** Threads that share work of any size. */
const threadsOf = (count: number) => nodeThreads(count, { leastWork: 0 });
const teams = [1, 2, 3].map(threadsOf);
const [, pair = threadsOf(2)] = teams;
afterAll(() => {
  for (const threads of teams) threads.end();
});

/** The workers that a test started. */
let workers: Worker[] = [];
const notice = (worker: Worker) => workers.push(worker);
beforeEach(() => {
  workers = [];
  process.on('worker', notice);
});
afterEach(() => {
  process.off('worker', notice);
});

/** A history without its times. */
const untimed = (history: readonly object[]) => history.map((record) => ({ ...record, seconds: 0 }));

/** A training that takes long, unless something ends it. */
const long = {
  network: () => new Network([40, 200, 200, 3], { hidden: relu, output: softmax }),
  data: randomExamples(2000, 40, 3),
  options: { optimizer: sgd({ learningRate: 0.01 }), batchSize: 100, epochs: 1000 },
};

/** The hashes of the long training's network, before its first step and after each. */
function* wholeSteps(): Generator<string> {
  const network = long.network();
  yield hashOfNetwork(network);
  for (const _ of trainSteps(network, long.data, long.options)) yield hashOfNetwork(network);
}

/** Expects that a network is as some whole step of the long training left it, and free to be trained. */
function expectWholeStep(network: Network): void {
  const hash = hashOfNetwork(network);
  let found = false;
  for (const whole of wholeSteps()) {
    found = whole === hash;
    if (found) break;
  }
  expect(found).toBe(true);
  expect(train(network, long.data.take(10)).length).toBe(1);
}

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A callback for the ends of epochs, and a promise of the middle of the second, however busy the machine is. */
function secondEpoch() {
  let onEpoch = () => {};
  const first = new Promise<void>((resolve) => {
    onEpoch = resolve;
  });
  return { onEpoch, middle: first.then(() => later(0)) };
}

/** Waits until the first worker of a test has done its part of a turn. */
async function firstTurn(): Promise<void> {
  while (workers.length === 0) await later(0);
  await once(workers[0] as Worker, 'message');
}

describe('training by threads', () => {
  it.each(SHARED_WORKS)('has the bits of one by none: $name', async ({ network, data, options }) => {
    const alone = network();
    const history = train(alone, data, options);
    for (const threads of teams) {
      const shared = network();
      expect(untimed(await fit(shared, data, { ...options, threads }))).toEqual(untimed(history));
      expect(hashOfNetwork(shared), `${threads.count} threads`).toBe(hashOfNetwork(alone));
    }
  });

  it('comes to the golden bits of 1,000 steps on digits', async () => {
    const { images, labels } = await trainingDigits(1002);
    const digits = dataset({ inputs: images.subarray(16), width: 784, labels: labels.subarray(8), classes: 10 });
    const network = new Network([784, 12, 10], { hidden: tanh, output: softmax, seed: 2 });
    const controller = new AbortController();
    const training = fit(network, digits, {
      optimizer: adam({ learningRate: 0.01 }),
      epochs: 40,
      seed: 5,
      threads: pair,
      signal: controller.signal,
      onBatch: ({ step }) => step === 1000 && controller.abort(),
    });
    expect(await errorOf(() => training)).toBe(controller.signal.reason);
    expect(hashOfNetwork(network)).toBe('4e8d4736');
  });

  it('shows callbacks whole steps, and trains on what they change', async () => {
    const options = { optimizer: adam(), batchSize: 20, epochs: 2 };
    const data = randomExamples(90, 7, 3);
    const make = () => new Network([7, 12, 3], { output: softmax });
    const change = (network: Network, step: number) => {
      if (step % 3 === 0) (network.layers[0] as { biases: Float32Array }).biases.fill(step / 100);
    };
    const alone = make();
    const expected: string[] = [];
    for (const { step } of trainSteps(alone, data, options)) {
      expected.push(hashOfNetwork(alone));
      change(alone, step);
    }
    const shared = make();
    const seen: string[] = [];
    const onBatch = ({ step }: { step: number }) => {
      seen.push(hashOfNetwork(shared));
      change(shared, step);
    };
    await fit(shared, data, { ...options, threads: pair, onBatch });
    expect(seen).toEqual(expected);
    expect(hashOfNetwork(shared)).toBe(hashOfNetwork(alone));
  });

  it('goes on in several networks at once', async () => {
    const works = SHARED_WORKS.slice(-4);
    const expected = works.map(({ network, data, options }) => {
      const alone = network();
      train(alone, data, options);
      return hashOfNetwork(alone);
    });
    const networks = works.map(({ network }) => network());
    await Promise.all(
      works.map(({ data, options }, index) => fit(networks[index] as Network, data, { ...options, threads: pair })),
    );
    expect(networks.map(hashOfNetwork)).toEqual(expected);
  });

  it('leaves the caller his thread', async () => {
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
    }, 1);
    await fit(long.network(), long.data, { ...long.options, epochs: 10, threads: pair });
    clearInterval(counting);
    expect(turns).toBeGreaterThan(5);
  });

  it('ends where a schedule has no rate, with what the steps before it have learnt', async () => {
    const data = randomExamples(90, 7, 3);
    const make = () => new Network([7, 12, 3], { output: softmax });
    const learningRate = (step: number) => (step === 7 ? Number.NaN : 0.01);
    const options = { optimizer: adam({ learningRate }), batchSize: 9, epochs: 2 };
    const [alone, shared] = [make(), make()];
    const error = await errorOf(() => train(alone, data, options));
    expect(error).toMatchObject({ name: 'NumericError', message: expect.stringContaining('learningRate at step 8') });
    expect(await errorOf(() => fit(shared, data, { ...options, threads: pair }))).toEqual(error);
    expect(hashOfNetwork(shared)).toBe(hashOfNetwork(alone));
  });
});

describe('evaluation by threads', () => {
  it.each(SHARED_WORKS)('has the bits of one by none: $name', async ({ network, data, options }) => {
    const { loss } = options;
    const made = network();
    train(made, data, options);
    const expected = evaluate(made, data, { ...(loss && { loss }) });
    for (const threads of teams) {
      expect(await evaluateAsync(made, data, { ...(loss && { loss }), threads })).toEqual(expected);
    }
  });

  it('has the same error where outputs are NaN', async () => {
    const network = new Network([2, 2, 2], { hidden: relu, output: softmax });
    for (const { weights } of network.layers) weights.set([3e38, 3e38, -3e38, -3e38]);
    const data = dataset({ inputs: [[0, 0], [1, 1]], labels: [0, 1] }); // biome-ignore format: a table
    const expected = await errorOf(() => evaluate(network, data));
    expect(expected).toMatchObject({ code: 'NUMERIC' });
    expect(await errorOf(() => evaluateAsync(network, data, { threads: pair }))).toEqual(expected);
  });

  it('has the same error where the outputs of one example among many turns are NaN', async () => {
    const network = new Network([2, 20_000, 1], { hidden: identity, output: identity });
    network.layers[0].weights.fill(1);
    network.layers[1].weights.fill(0).set([1, -1]);
    const inputs = Array.from({ length: 2500 }, (_, index) => (index === 2400 ? [3e38, 3e38] : [1, 2]));
    const data = dataset({ inputs, targets: inputs.map(() => [0]) });
    const expected = await errorOf(() => evaluate(network, data));
    expect(expected).toMatchObject({ code: 'NUMERIC' });
    expect(await errorOf(() => evaluateAsync(network, data, { threads: pair }))).toEqual(expected);
  });

  it('can be stopped', async () => {
    const controller = new AbortController();
    const running = evaluateAsync(long.network(), long.data, { threads: pair, signal: controller.signal });
    controller.abort();
    expect(await errorOf(() => running)).toBe(controller.signal.reason);
  });
});

describe('prediction by threads', () => {
  const rows = (data: Dataset) => Float32Array.from(Array.from(data, ({ input }) => [...input]).flat());

  it.each(SHARED_WORKS)('has the bits of one by none: $name', async ({ network, data }) => {
    const inputs = rows(data);
    const made = predictor(network());
    const expected = made.forwardBatch(inputs, data.count);
    for (const threads of teams) {
      expect(await made.forwardBatchAsync(inputs, data.count, { threads })).toEqual(expected);
    }
  });

  it('takes many turns, one after another, and writes into the given array', async () => {
    const made = predictor(new Network([30, 600, 600, 3], { hidden: relu, output: softmax }));
    const data = randomExamples(4000, 30, 3);
    const inputs = rows(data);
    const out = new Float32Array(4000 * 3);
    expect(await made.forwardBatchAsync(inputs, 4000, { threads: pair, out })).toBe(out);
    expect(out).toEqual(made.forwardBatch(inputs, 4000));
  });

  it('has the same error for an input that is not finite', async () => {
    const made = predictor(new Network([6, 40, 3], { hidden: relu }));
    const inputs = rows(randomExamples(500, 6, 3));
    inputs[2345] = Number.NaN;
    const expected = await errorOf(() => made.forwardBatch(inputs, 500));
    expect(expected).toMatchObject({ code: 'NUMERIC' });
    expect(await errorOf(() => made.forwardBatchAsync(inputs, 500, { threads: pair }))).toEqual(expected);
  });

  it('is a snapshot, and several go on at once', async () => {
    const data = randomExamples(300, 8, 3);
    const inputs = rows(data);
    const networks = [5, 40, 17].map((hidden) => new Network([8, hidden, 3], { hidden: tanh }));
    const made = networks.map((network) => predictor(network));
    const expected = made.map(({ forwardBatch }) => forwardBatch(inputs, 300));
    const running = made.map(({ forwardBatchAsync }) => forwardBatchAsync(inputs, 300, { threads: pair }));
    for (const { layers } of networks) for (const { weights } of layers) weights.fill(0);
    expect(await Promise.all(running)).toEqual(expected);
  });

  it('ends when a thread does', async () => {
    const threads = threadsOf(2);
    const made = predictor(new Network([40, 1000, 1000, 3]));
    const running = made.forwardBatchAsync(rows(long.data), long.data.count, { threads });
    await firstTurn();
    workers[0]?.terminate();
    await expectRefusal(() => running, 'StateError', 'threads');
    expect(await made.forwardBatchAsync(rows(long.data.take(3)), 3, { threads })).toHaveLength(9);
    threads.end();
  });
});

describe('a training by threads that diverges', () => {
  const network = () => new Network([2, 9, 1], { hidden: identity, output: identity });
  /** Its first examples are harmless, so that the fault comes in the middle of a turn. */
  const dataWith = (far: number) => {
    const inputs = [1, 2, 3, 1, 2, far, 1].map((value) => [value, value / 2]);
    return dataset({ inputs, targets: inputs.map(() => [1]) });
  };
  const cases: [string, number, TrainingOptions][] = [
    ['in an update', 4e10, { optimizer: rmsprop() }],
    ['in a sum', 3e38, { optimizer: sgd() }],
    ['in a norm', 1e25, { optimizer: sgd(), clipNorm: 1 }],
  ];

  it.each(cases)('%s has the error, and leaves the weights, of one by none', async (_where, far, given) => {
    const data = dataWith(far);
    const alone = network();
    const options = { ...given, batchSize: 1, shuffle: false, epochs: 20 };
    const expected = await errorOf(() => train(alone, data, options));
    expect(expected).toMatchObject({ code: 'NUMERIC' });
    for (const threads of teams) {
      const shared = network();
      expect(await errorOf(() => fit(shared, data, { ...options, threads }))).toEqual(expected);
      expect(hashOfNetwork(shared)).toBe(hashOfNetwork(alone));
      expect((await fit(shared, dataWith(1), { optimizer: sgd({ learningRate: 1e-3 }), threads })).length).toBe(1);
    }
  });
});

describe('work that is not shared', () => {
  const customActivation = defineActivation({ name: 'mine', value: (sum) => sum / 2, derivative: () => 0.5 });
  const customLoss = defineLoss({
    name: 'mine',
    value: (outputs) => outputs[0] ?? 0,
    gradient: (outputs) => outputs.map(() => 0.5),
  });
  const customOptimizer: Optimizer = {
    ...sgd(),
    update: (values, gradient) => values.set(values.map((value, i) => value - (gradient[i] ?? 0))),
  };

  it('is small', async () => {
    const network = new Network([784, 16, 16, 10]);
    await fit(network, randomExamples(100, 784, 10), { threads: nodeThreads(2) });
    await evaluateAsync(network, randomExamples(100, 784, 10), { threads: nodeThreads(2) });
    await predictor(network).forwardBatchAsync(new Float32Array(100 * 784), 100, { threads: nodeThreads(2) });
    expect(workers).toEqual([]);
  });

  it.each([
    ['an activation', { hidden: customActivation }, {}],
    ['a loss', {}, { loss: customLoss }],
    ['an optimizer', {}, { optimizer: customOptimizer }],
  ])("has %s of the caller's own", async (_what, layers, options) => {
    const data = randomExamples(30, 5, 2);
    const [alone, shared] = [new Network([5, 9, 2], layers), new Network([5, 9, 2], layers)];
    train(alone, data, options);
    await fit(shared, data, { ...options, threads: threadsOf(2) });
    expect(workers).toEqual([]);
    expect(hashOfNetwork(shared)).toBe(hashOfNetwork(alone));
  });

  it('is done without the core', async () => {
    const { network, data, options } = SHARED_WORKS[0] as (typeof SHARED_WORKS)[0];
    const [alone, shared] = [network(), network()];
    train(alone, data, options);
    await on('javascript', () => fit(shared, data, { ...options, threads: threadsOf(2) }));
    expect(workers).toEqual([]);
    expect(hashOfNetwork(shared)).toBe(hashOfNetwork(alone));
  });
});

describe('threads', () => {
  it('start when they are needed, stay for the next call, and end on command', async () => {
    const { network, data, options } = SHARED_WORKS[0] as (typeof SHARED_WORKS)[0];
    const threads = threadsOf(2);
    expect(workers.length).toBe(0);
    for (let call = 0; call < 3; call++) await fit(network(), data, { ...options, threads });
    expect(workers.length).toBe(2);
    threads.end();
    await Promise.all(workers.map((worker) => once(worker, 'exit')));
    await fit(network(), data, { ...options, threads });
    expect(workers.length).toBe(4);
    threads.end();
  });

  it('go on from a checkpoint that was saved without them, and save one that goes on without them', async () => {
    for (const { network, data, options } of SHARED_WORKS.filter((_, index) => index % 4 === 0)) {
      const whole = network();
      const history = await fit(whole, data, options);
      for (const [first, second] of [
        [pair, undefined],
        [undefined, pair],
      ]) {
        const { checkpoint, saved } = placeInMemory({ everySteps: 1 });
        await fit(network(), data, { ...options, checkpoint, ...(first && { threads: first }) });
        const middle = saved[Math.floor(saved.length / 2)] as Uint8Array;
        const resumed = network();
        const going = { ...options, checkpoint: placeInMemory({}, middle).checkpoint, ...(second && { threads: second }) };
        expect(untimed(await fit(resumed, data, going))).toEqual(untimed(history));
        expect(hashOfNetwork(resumed)).toBe(hashOfNetwork(whole));
      }
    }
  });

  it('save where they are when a signal stops them', async () => {
    const options = { ...long.options, epochs: 20 };
    const whole = long.network();
    await fit(whole, long.data, options);
    const { checkpoint, saved } = placeInMemory({ everySeconds: 1000 });
    const controller = new AbortController();
    const { onEpoch, middle } = secondEpoch();
    const { signal } = controller;
    const running = fit(long.network(), long.data, { ...options, threads: pair, checkpoint, signal, onEpoch });
    await middle;
    controller.abort();
    expect(await errorOf(() => running)).toBe(controller.signal.reason);
    expect(saved.length).toBe(1);
    const resumed = long.network();
    await fit(resumed, long.data, { ...options, threads: pair, checkpoint });
    expect(hashOfNetwork(resumed)).toBe(hashOfNetwork(whole));
  });

  it('of which one dies end the training, with the network as a whole step left it (case 123)', async () => {
    const threads = threadsOf(3);
    const network = long.network();
    const { onEpoch, middle } = secondEpoch();
    const running = fit(network, long.data, { ...long.options, threads, onEpoch });
    await middle;
    expect(workers.length).toBe(3);
    workers[1]?.terminate();
    await expectRefusal(() => running, 'StateError', 'threads', 'exit code', 'A new call');
    await Promise.all(workers.map((worker) => worker.threadId === -1 || once(worker, 'exit')));
    expectWholeStep(network);
    expect((await fit(network, long.data, { ...long.options, epochs: 1, threads })).length).toBe(1);
    expect(workers.length).toBe(6);
    threads.end();
  });

  it('that are ended in the middle end the training too, and what they say late is ignored (case 124)', async () => {
    const threads = threadsOf(2);
    const network = long.network();
    const { onEpoch, middle } = secondEpoch();
    const running = fit(network, long.data, { ...long.options, threads, onEpoch });
    await middle;
    threads.end();
    await expectRefusal(() => running, 'StateError', 'workers that were ended');
    const hash = hashOfNetwork(network);
    await later(50);
    expect(hashOfNetwork(network)).toBe(hash);
    expectWholeStep(network);
  });

  it('of which one dies end an evaluation too', async () => {
    const threads = threadsOf(2);
    const running = evaluateAsync(new Network([40, 1000, 1000, 3]), long.data, { threads });
    await firstTurn();
    workers[0]?.terminate();
    await expectRefusal(() => running, 'StateError', 'threads');
  });

  it('serve the next call after one was aborted or its callback threw', async () => {
    const network = long.network();
    const controller = new AbortController();
    const { onEpoch: onFirst, middle } = secondEpoch();
    const { signal } = controller;
    const aborted = fit(network, long.data, { ...long.options, threads: pair, signal, onEpoch: onFirst });
    await middle;
    controller.abort();
    expect(await errorOf(() => aborted)).toBe(controller.signal.reason);
    expectWholeStep(network);
    const fault = new Error('in a callback');
    const onEpoch = () => {
      throw fault;
    };
    expect(await errorOf(() => fit(long.network(), long.data, { ...long.options, threads: pair, onEpoch }))).toBe(fault);
    expect((await fit(network, long.data, { ...long.options, epochs: 1, threads: pair })).length).toBe(1);
  });
});

describe('what cannot be', () => {
  it('is refused at the call', async () => {
    await expectRefusal(() => nodeThreads(0), 'OutOfRangeError', 'nodeThreads: count', 'from 1 to 64');
    await expectRefusal(() => nodeThreads('2' as never), 'ArgumentError', 'nodeThreads: count', "'2'");
    await expectRefusal(() => nodeThreads(2, { leastWork: -1 }), 'OutOfRangeError', 'nodeThreads: leastWork', '-1');
    await expectRefusal(() => nodeThreads(2, { least: 1 } as never), 'ArgumentError', 'nodeThreads options', 'leastWork');
    const { network, data } = long;
    await expectRefusal(() => fit(network(), data, { threads: 2 as never }), 'ArgumentError', 'threads', 'Pass nodeThreads(2)');
    await expectRefusal(() => evaluateAsync(network(), data, { threads: {} as never }), 'ArgumentError', 'threads');
    await expectRefusal(() => train(network(), data, { threads: pair } as never), 'ArgumentError', 'Only fit waits', 'threads');
  });
});
