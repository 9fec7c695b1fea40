// A little of everything that the library does, through every door, and what came of each.
import { adam, backend, evaluateAsync, fit, identity, Network, predictor, Random, softmax, tanh, train } from 'glassbox-nn';
import { webThreads } from 'glassbox-nn/browser';
import {
  augment,
  circles,
  dataset,
  gunzip,
  parseCsv,
  parseIdx,
  parseNpy,
  parseNpz,
  rotate,
  toIdx,
  xor,
} from 'glassbox-nn/data';
import { recognize } from 'glassbox-nn/digits';
import {
  checkpointIn,
  fromJson,
  fromOnnx,
  fromSafetensors,
  fromTensorFlow,
  toJson,
  toModule,
  toOnnx,
  toSafetensors,
  toTensorFlow,
} from 'glassbox-nn/formats';
import { nodeThreads } from 'glassbox-nn/node';
import { digitPicture, layerPicture, record, toSvg, toTerminal } from 'glassbox-nn/pictures';
import { sampleDigits } from 'glassbox-nn/sample-digits';

/** Files that only other programs write. */
export interface Files {
  readonly gzip: Uint8Array;
  readonly npy: Uint8Array;
  readonly npz: Uint8Array;
  readonly onnx: Uint8Array;
  readonly safetensors: Uint8Array;
}

/** `'ok'`, or the error. */
export type Outcome = string;

const made = () => new Network([2, 16, 1], { hidden: tanh, classNames: ['inner', 'outer'] });

/** Trains for so many milliseconds, and so gives way to others in between. */
async function trainFor(milliseconds: number, options: object): Promise<unknown> {
  const signal = { aborted: false };
  const began = Date.now();
  const onEpoch = () => {
    signal.aborted = Date.now() - began >= milliseconds;
  };
  return fit(made(), circles(), { epochs: 100_000, signal, onEpoch, ...options }).catch((error: Error) => {
    if (error.name !== 'AbortError') throw error;
  });
}

/** A training that is stopped while it is saved rejects with the reason, and the save is waited for. */
async function stoppedInASave(): Promise<void> {
  const listeners: (() => void)[] = [];
  const signal = {
    aborted: false,
    reason: 'stopped',
    addEventListener: (_: 'abort', listener: () => void) => listeners.push(listener),
  };
  let saved = 0;
  async function save(): Promise<void> {
    signal.aborted = true;
    for (const listener of listeners) listener();
    for (let turn = 0; turn < 20; turn++) await undefined;
    saved += 1;
  }
  const checkpoint = checkpointIn({ load: () => undefined, save }, { everyEpochs: 1 });
  const came = await fit(made(), circles(), { epochs: 3, checkpoint, signal }).catch((reason: unknown) => reason);
  if (came instanceof Error) throw came;
  if (came !== 'stopped' || saved === 0) throw new Error(`came to ${came}, saved ${saved} times`);
}

/** Everything by its name. */
function works(files: Files): Record<string, () => unknown> {
  const network = made();
  const { test } = sampleDigits();
  const saved: Uint8Array[] = [];
  const checkpoint = checkpointIn({ load: () => saved.at(-1), save: (bytes) => saved.push(bytes) });
  return {
    backend,
    train: () => train(made(), circles(), { optimizer: adam(), epochs: 2, dropout: 0.1 }),
    warn: () => train(new Network([2, 2, 1], { initializer: () => 0 }), xor()),
    fit: () => trainFor(10, { optimizer: adam() }),
    fitWithThreadsOfAPage: () => trainFor(1, { threads: webThreads(2, { leastWork: 0 }), onWarning: () => {} }),
    nodeThreads: () => nodeThreads(2).missing,
    evaluateAsync: () => evaluateAsync(network, circles()),
    forwardBatchAsync: () => predictor(network).forwardBatchAsync(new Float32Array(20_000), 10_000),
    augment: () => train(new Network([784, 10]), test.take(3), { augmentation: augment([rotate(9)], { width: 28 }) }),
    random: () => Random.stream(1, 'shuffle', 2).normal(),
    json: () => fromJson(toJson(network)),
    module: () => toModule(network),
    toSafetensors: () => toSafetensors(network),
    fromSafetensors: () => fromSafetensors(files.safetensors),
    toOnnx: () => toOnnx(network),
    fromOnnx: () => fromOnnx(files.onnx),
    tensorFlow: () => fromTensorFlow(toTensorFlow(new Network([2, 2, 2], { output: softmax }))),
    checkpoint: () => fit(made(), circles(), { checkpoint }),
    stoppedInASave,
    gunzip: () => gunzip(files.gzip),
    parseNpy: () => parseNpy(files.npy),
    parseNpz: () => parseNpz(files.npz),
    parseCsv: () => parseCsv('x,y,kind\n1,2,a\n2,1,b\n', { label: 'kind' }),
    idx: () => parseIdx(toIdx(parseIdx(Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 1, 7)))),
    targets: () => train(new Network([1, 1], { output: identity }), dataset({ inputs: [[1]], targets: [[2]] })),
    recognize: () => recognize(test.example(7).input),
    pictures: () => [toSvg(digitPicture(test.example(1).input)), toTerminal(layerPicture(new Network([784, 4]).layers[0]))],
    record: () => record(new Network([784, 4, 10]), test.take(3)).toHtml(),
  };
}

/** Does everything, one after another. */
export async function doWork(files: Files): Promise<Record<string, Outcome>> {
  const outcomes: Record<string, Outcome> = {};
  for (const [name, work] of Object.entries(works(files))) {
    try {
      await work();
      outcomes[name] = 'ok';
    } catch (error) {
      const { name: kind, message } = error as Error;
      outcomes[name] = `${kind}: ${message}`;
    }
  }
  return outcomes;
}
