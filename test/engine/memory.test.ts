// The core's memory: too much is refused before anything is allocated, and small works share what there is.
import { evaluate, identity, Network, relu, train } from 'glassbox-nn';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CorePlan } from '../../src/engine/CorePlan.js';
import { type Core, makeCore, makeRoom } from '../../src/engine/core.js';
import { giveBack, lease } from '../../src/engine/Store.js';
import { stepPlan } from '../learning/stepPlan.js';
import { askFor } from '../support/backends.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { expectRefusal, expectRefusalLeaving } from '../support/refusals.js';
import { randomExamples } from '../support/toyData.js';

const platform = globalThis as unknown as { WebAssembly: { Memory: new (descriptor: object) => object } };

/** Data of more than a megabyte, which keep a memory. */
const large = randomExamples(2000, 140, 3);

beforeEach(() => askFor('webassembly'));

/** A memory that refuses to grow until it is let. */
function stubborn({ memory }: Core): () => void {
  memory.grow = () => {
    throw new RangeError('WebAssembly.Memory.grow(): Unable to grow instance memory');
  };
  return () => void delete (memory as { grow?: unknown }).grow;
}

describe('room', () => {
  it('for more than a memory can have is refused before anything is allocated (case 130)', async () => {
    const core = makeCore();
    const before = core.memory.buffer.byteLength;
    for (const bytes of [2 ** 32 + 1, 2 ** 40, Number.MAX_SAFE_INTEGER]) {
      const words = ['my data', 'fit into memory', `got ${Math.round(bytes / 2 ** 20)} MiB`, 'smaller'];
      await expectRefusal(() => makeRoom(core, bytes, 'my data'), 'LimitError', ...words);
    }
    expect(core.memory.buffer.byteLength).toBe(before);
    makeRoom(core, before, 'my data');
    expect(core.memory.buffer.byteLength).toBe(before);
    makeRoom(core, before + 1, 'my data');
    expect(core.memory.buffer.byteLength).toBe(before + 65536);
  });

  it('that the platform refuses is a typed error (case 128)', async () => {
    const core = makeCore();
    const letGrow = stubborn(core);
    await expectRefusal(() => makeRoom(core, 2 ** 20, 'my data'), 'LimitError', 'my data', 'got 1 MiB');
    letGrow();
    makeRoom(core, 2 ** 20, 'my data');
    expect(core.memory.buffer.byteLength).toBe(2 ** 20);
  });

  it('that there is not for a network refuses its training, leaves it as it was, and others in peace (cases 128 and 130)', async () => {
    const part = lease(large);
    const letGrow = stubborn(part.store.core);
    const network = new Network([140, 3000, 3]);
    const words = ['network 140-3000-3 with 2000 examples', 'fit into memory', 'batchSize'];
    await expectRefusalLeaving(network, () => train(network, large), 'LimitError', ...words);
    await expectRefusalLeaving(network, () => evaluate(network, large), 'LimitError', ...words);
    letGrow();
    giveBack(part);
    expect(train(network, large.take(100)).length).toBe(1);
    expect(train(network, large, { batchSize: 1000 }).length).toBe(1);
  });

  it('is given back by a work that got none', async () => {
    // Only its sizes are looked at before room is made.
    const layer = { inputs: 65536, outputs: 65536, activation: identity };
    const network = { sizes: [65536, 65536], layers: [layer] } as unknown as Network;
    const before = lease(large);
    const bytes = before.store.core.memory.buffer.byteLength;
    const work = { network, data: large, loss: stepPlan({ network, data: large }).loss, batch: 1, threads: 1 };
    const learning = stepPlan({ network, data: large, dropout: [0] });
    await expectRefusal(
      () => new CorePlan({ ...work, learning }, lease(large)),
      'LimitError',
      'network 65536-65536 with 2000 examples',
    );
    const after = lease(large);
    expect(after.store).toBe(before.store);
    expect(after.start).toBe(before.end);
    expect(before.store.core.memory.buffer.byteLength).toBe(bytes);
    giveBack(before);
    giveBack(after);
  });
});

it('a work comes to the same wherever in 4 GiB of memory it lies', () => {
  const hashes = [0, 2 ** 31 - 5000, 2 ** 31, 3.5 * 2 ** 30].map((place) => {
    const before = lease(large);
    before.end = Math.max(before.end, place);
    const network = new Network([140, 17, 5, 3], { hidden: relu });
    train(network, large.take(200), { batchSize: 100 });
    train(network, large, { batchSize: 500, dropout: 0.2, clipNorm: 0.1 });
    expect(before.store.core.memory.buffer.byteLength).toBeGreaterThan(place);
    giveBack(before);
    return hashOfNetwork(network);
  });
  expect(new Set(hashes).size).toBe(1);
});

describe('memories', () => {
  const { Memory } = platform.WebAssembly;
  let made = 0;

  beforeEach(() => {
    made = 0;
    platform.WebAssembly.Memory = class extends Memory {
      constructor(descriptor: object) {
        super(descriptor);
        made += 1;
      }
    };
  });

  afterEach(() => {
    platform.WebAssembly.Memory = Memory;
  });

  it('are shared by small works in turn, and do not pile up', () => {
    for (let seed = 0; seed < 50; seed++) {
      const data = randomExamples(20 + seed, 3 + (seed % 5), 2, seed);
      train(new Network([3 + (seed % 5), 4, 2]), data, { validationSplit: 0.2 });
    }
    expect(made).toBeLessThanOrEqual(2);
  });

  it('are never given to two works, even if one is given back twice', () => {
    const data = randomExamples(20, 3, 2);
    const first = lease(data);
    giveBack(first);
    const second = lease(data);
    giveBack(first);
    const third = lease(data);
    expect(third.store.core).not.toBe(second.store.core);
    giveBack(second);
    giveBack(third);
  });

  it('are made once for large data, however often they are trained on, and by which network', () => {
    const data = randomExamples(2000, 140, 3, 7);
    for (let seed = 0; seed < 5; seed++) train(new Network([140, 2 + seed, 3], { seed }), data, { batchSize: 500 });
    evaluate(new Network([140, 3]), data);
    expect(made).toBe(1);
    data.inputs[0] = 0.5;
    evaluate(new Network([140, 3]), data);
    expect(made).toBe(1);
  });

  it('of data that are gone are freed: many large data sets in turn do not run out of them', () => {
    for (let seed = 0; seed < 120; seed++) {
      const copied = large.select(Uint32Array.from({ length: 2000 }, (_, place) => place));
      expect(train(new Network([140, 2, 3]), copied, { batchSize: 2000 }).length).toBe(1);
    }
    expect(made).toBe(120);
  });
});
