// Chrome and Edge before version 115: a page's own thread compiles and instantiates more than 4 kB only for calls that wait (case 310).
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askFor } from '../support/backends.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';

type Exports = Record<string, (...places: unknown[]) => unknown>;

interface Platform {
  readonly Memory: unknown;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { exports: Exports };
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(module: object, imports: object): Promise<{ exports: Exports }>;
}

const globals = globalThis as unknown as { WebAssembly: Platform };
const { WebAssembly: real } = globals;

const LIMIT = 4096;
const refusal = (what: string) =>
  new RangeError(`WebAssembly.${what} is disallowed on the main thread, if the buffer size is larger than 4KB.`);

/** Such a platform, and how often its cores were made and called. */
function oldChrome({ waiting = true } = {}) {
  const sizes = new WeakMap<object, number>();
  const calls = { compile: 0, instantiate: 0, addExamples: 0, evaluate: 0, predict: 0 };
  const counted = (exports: Exports): Exports => {
    const counting = (name: 'addExamples' | 'evaluate' | 'predict') => ({
      [name]: (...places: unknown[]) => {
        calls[name] += 1;
        return exports[name]?.(...places);
      },
    });
    return { ...exports, ...counting('addExamples'), ...counting('evaluate'), ...counting('predict') };
  };
  const platform: Platform = {
    Memory: real.Memory,
    Module: class {
      constructor(bytes: Uint8Array) {
        if (bytes.length > LIMIT) throw refusal('Compile');
        // biome-ignore lint/correctness/noConstructorReturn: a module of the platform is no object of this class
        return new real.Module(bytes);
      }
    },
    Instance: class {
      readonly exports: Exports;
      constructor(module: object, imports: object) {
        if ((sizes.get(module) ?? LIMIT + 1) > LIMIT) throw refusal('Instance');
        this.exports = new real.Instance(module, imports).exports;
      }
    },
    async compile(bytes) {
      calls.compile += 1;
      if (!waiting) throw new Error('Wasm code generation disallowed by embedder');
      const module = await real.compile(bytes);
      sizes.set(module, bytes.length);
      return module;
    },
    async instantiate(module, imports) {
      calls.instantiate += 1;
      return { exports: counted((await real.instantiate(module, imports)).exports) };
    },
  };
  return { platform, calls };
}

/** The library as a program loads it that starts now. */
async function freshLibrary() {
  vi.resetModules();
  return {
    ...(await import('glassbox-nn')),
    ...(await import('glassbox-nn/data')),
    ...(await import('glassbox-nn/node')),
  };
}

type Library = Awaited<ReturnType<typeof freshLibrary>>;

beforeEach(() => askFor(undefined));

afterEach(() => {
  globals.WebAssembly = real;
});

// A later file gets a library that looks for itself.
afterAll(() => vi.resetModules());

/** A fresh library on such a platform. */
async function onOldChrome(options?: { waiting: boolean }) {
  const { platform, calls } = oldChrome(options);
  globals.WebAssembly = platform;
  return { ...(await freshLibrary()), calls };
}

const made = ({ Network, tanh }: Library) => new Network([2, 16, 1], { hidden: tanh, seed: 1 });

/** The hash of what training makes of a network at once. */
function trained(library: Library, options: object): string {
  const network = made(library);
  library.train(network, library.circles(), options);
  return hashOfNetwork(network);
}

describe('where the core is refused at once', () => {
  it('a fit with validation waits for it, and trains in it to the same bits (case 310)', async () => {
    const options = { epochs: 3, dropout: 0.1 };
    const expected = trained(await freshLibrary(), options);
    const library = await onOldChrome();
    const { fit, circles, backend, calls } = library;
    expect(backend()).toMatchObject({ name: 'javascript', reason: expect.stringContaining('larger than 4KB') });
    expect(trained(library, options)).toBe(expected);
    expect(calls).toEqual({ compile: 0, instantiate: 0, addExamples: 0, evaluate: 0, predict: 0 });
    const network = made(library);
    await fit(network, circles(), { ...options, validationData: circles({ seed: 1 }) });
    expect(hashOfNetwork(network)).toBe(expected);
    expect(calls.compile).toBe(1);
    expect(calls.addExamples).toBeGreaterThan(0);
    expect(calls.evaluate).toBeGreaterThanOrEqual(3);
    expect(backend()).toEqual({ name: 'webassembly', reason: 'WebAssembly works here for calls that wait for it' });
    expect(trained(library, options)).toBe(expected);
  });

  it('evaluateAsync and forwardBatchAsync do too, the latter with the weights of its predictor (case 310)', async () => {
    const library = await onOldChrome();
    const { evaluate, evaluateAsync, predictor, circles, calls } = library;
    const network = made(library);
    const { loss } = evaluate(network, circles());
    expect(calls.evaluate).toBe(0);
    expect((await evaluateAsync(network, circles())).loss).toBe(loss);
    expect(calls.evaluate).toBeGreaterThan(0);

    const other = await onOldChrome();
    const [snapshot, inputs] = [made(other), new Float32Array(200).map((_, index) => index / 200)];
    const { forwardBatch, forwardBatchAsync } = other.predictor(snapshot);
    const expected = predictor(made(library)).forwardBatch(inputs, 100);
    snapshot.layers[0].weights.fill(0);
    expect(forwardBatch(inputs, 100)).toEqual(expected);
    expect(other.calls.predict).toBe(0);
    expect(await forwardBatchAsync(inputs, 100)).toEqual(expected);
    expect(other.calls.predict).toBeGreaterThan(0);
  });

  it('many fits at once, and works of every kind between them, come to the same bits (case 310)', async () => {
    const expected = trained(await freshLibrary(), { epochs: 2 });
    const library = await onOldChrome();
    const { fit, evaluate, circles } = library;
    const networks = Array.from({ length: 6 }, () => made(library));
    const onEpoch = () => void evaluate(made(library), circles());
    await Promise.all(networks.map((network) => fit(network, circles(), { epochs: 2, onEpoch, validationData: circles() })));
    expect(networks.map(hashOfNetwork)).toEqual(networks.map(() => expected));
    expect(trained(library, { epochs: 2 })).toBe(expected);
  });

  it('threads share it, and images are changed in JavaScript (case 310)', async () => {
    const moved = async ({ Network, fit, dataset, augment, shift }: Library) => {
      const images = dataset({
        inputs: [Array.from({ length: 16 }, (_, pixel) => pixel / 16), new Array(16).fill(1)],
        labels: [0, 1],
      });
      const trainee = new Network([16, 2], { seed: 1 });
      await fit(trainee, images, { epochs: 3, augmentation: augment([shift(1)], { width: 4 }) });
      return hashOfNetwork(trainee);
    };
    const usual = await freshLibrary();
    const expectedMoved = await moved(usual);
    const shared = { epochs: 2, batchSize: 25 };
    const expected = trained(usual, shared);
    const library = await onOldChrome();
    let workers = 0;
    const notice = () => {
      workers += 1;
    };
    process.on('worker', notice);
    const threads = library.nodeThreads(2, { leastWork: 0 });
    const network = made(library);
    await library.fit(network, library.circles(), { ...shared, threads });
    process.off('worker', notice);
    threads.end();
    expect(workers).toBe(2);
    expect(hashOfNetwork(network)).toBe(expected);

    expect(await moved(library)).toBe(expectedMoved);
  });

  it('and to calls that wait too, JavaScript does the work, and it is asked for once (case 125)', async () => {
    const expected = trained(await freshLibrary(), { epochs: 1 });
    const library = await onOldChrome({ waiting: false });
    for (let call = 0; call < 3; call++) {
      const network = made(library);
      await library.fit(network, library.circles(), { epochs: 1 });
      expect(hashOfNetwork(network)).toBe(expected);
    }
    expect(library.calls.compile).toBe(1);
    expect(library.backend().name).toBe('javascript');
  });
});
