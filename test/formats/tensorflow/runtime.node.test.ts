// The real TensorFlow.js: it loads our files and answers as we do, and we read what it saves.
import '@tensorflow/tfjs-backend-cpu';
import { env, io, type Tensor, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import { input, type LayersModel, layers, loadLayersModel, model, type Sequential, sequential } from '@tensorflow/tfjs-layers';
import { classifier, freeze, gelu, leakyRelu, Network as Net, type Network, sigmoid, softmax } from 'glassbox-nn';
import { dataset, minMax, standardize } from 'glassbox-nn/data';
import { digitNetwork } from 'glassbox-nn/digits';
import { fromTensorFlow, type TensorFlowFiles, toTensorFlow } from 'glassbox-nn/formats';
import { sampleDigits } from 'glassbox-nn/sample-digits';
import { beforeAll, describe, expect, it } from 'vitest';
import { elementwise } from '../../support/builtIns.js';

const CLOSE = 1e-5;

// It prints a greeting in Node.
beforeAll(() => env().set('IS_NODE', false));

/** What TensorFlow.js makes of our files, as it would of the same files behind an address. */
function load(files: TensorFlowFiles): Promise<LayersModel> {
  const { weightsManifest, ...rest } = JSON.parse(files['model.json']);
  const weightSpecs = weightsManifest.flatMap((group: { weights: unknown[] }) => group.weights);
  return loadLayersModel(io.fromMemory({ ...rest, weightSpecs, weightData: files['group1-shard1of1.bin'].buffer }));
}

/** The files that TensorFlow.js would put into a folder, its weights cut into shards of so many bytes. */
async function save(saved: LayersModel, shard = Number.POSITIVE_INFINITY): Promise<Record<string, string | Uint8Array>> {
  const files: Record<string, string | Uint8Array> = {};
  await saved.save(
    io.withSaveHandler(async ({ weightData, weightSpecs, ...rest }) => {
      const bytes = new Uint8Array(weightData as ArrayBuffer);
      const paths: string[] = [];
      for (let start = 0; start < bytes.length; start += shard) {
        const path = `group1-shard${paths.length + 1}.bin`;
        files[path] = bytes.slice(start, start + shard);
        paths.push(path);
      }
      files['model.json'] = JSON.stringify({ ...rest, weightsManifest: [{ paths, weights: weightSpecs }] });
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    }),
  );
  return files;
}

async function answersOf(theirs: LayersModel, batch: number[][]): Promise<Float32Array> {
  return (theirs.predict(tensor2d(batch)) as Tensor).data() as Promise<Float32Array>;
}

/** How far two answers to a batch are apart at the most. */
async function distance(network: Network, theirs: LayersModel, batch: number[][]): Promise<number> {
  const answers = await answersOf(theirs, batch);
  const ours = batch.flatMap((row) => [...network.forward(row)]);
  expect(answers.length).toBe(ours.length);
  return Math.max(...ours.map((value, index) => Math.abs(value - (answers[index] as number))));
}

const batch = Array.from({ length: 10 }, (_, row) =>
  Array.from({ length: 6 }, (_, column) => (((row * 6 + column) * 37) % 41) / 10 - 2),
);

describe('TensorFlow.js loads our files', () => {
  it('and answers to real digits as the trained network does', async () => {
    const network = digitNetwork();
    const { test } = sampleDigits();
    const digits = Array.from({ length: 40 }, (_, index) => [...test.example(index).input]);
    expect(await distance(network, await load(toTensorFlow(network)), digits)).toBeLessThan(CLOSE);
  });

  it('with every built-in activation, hidden and at the output', async () => {
    const hiddenActivations = elementwise.filter((activation) => activation !== gelu);
    for (const [index, hidden] of hiddenActivations.entries()) {
      const output = [softmax, ...hiddenActivations][index] ?? sigmoid;
      const network = new Net([6, 7, 5, 3], { hidden, output, seed: index }) as Network;
      for (const layer of network.layers) layer.biases.fill(0.25);
      expect(await distance(network, await load(toTensorFlow(network)), batch), hidden.name).toBeLessThan(CLOSE);
    }
  });

  it('and scales as a classifier does, columns that never change included', async () => {
    const data = dataset({
      inputs: [
        [7, 180, 5],
        [8, 210, 5],
        [19, 120, 5],
        [21, 140, 5],
      ],
      labels: ['a', 'a', 'b', 'b'],
    });
    for (const scaling of [standardize(data), minMax(data)]) {
      const made = classifier(new Net([3, 4, 2], { output: softmax }), { scaling, classNames: data.classNames });
      const theirs = await answersOf(await load(toTensorFlow(made)), [
        [9, 150, 7],
        [20, 200, 5],
      ]);
      const ours = [...made.read([9, 150, 7]).outputs, ...made.read([20, 200, 5]).outputs];
      for (const [index, value] of ours.entries()) expect(Math.abs(value - (theirs[index] as number))).toBeLessThan(CLOSE);
    }
  });

  it('and saves them again, with all that belongs to a classifier, to the bit', async () => {
    const data = dataset({
      inputs: [
        [7, 180],
        [8, 210.3],
        [19, 120],
        [21, 140],
      ],
      labels: ['a', 'a', 'b', 'b'],
    });
    const plain = new Net([2, 4, 2], { hidden: leakyRelu, output: softmax });
    const network = new Net([freeze(plain.layers[0]), plain.layers[1]]);
    const made = classifier(network, { scaling: standardize(data), classNames: data.classNames });
    const again = fromTensorFlow(await save(await load(toTensorFlow(made)), 7), { kind: 'classifier' });
    expect(toTensorFlow(again)).toEqual(toTensorFlow(made));
    expect(again.read([18, 130])).toEqual(made.read([18, 130]));
  });
});

describe('what TensorFlow.js saves', () => {
  const models: Record<string, () => Sequential | LayersModel> = {
    'a Sequential model': () =>
      sequential({ layers: [layers.dense({ units: 4, activation: 'tanh', inputShape: [6] }), layers.dense({ units: 3 })] }),
    'activations as layers': () =>
      sequential({
        layers: [
          layers.inputLayer({ inputShape: [6] }),
          layers.dense({ units: 4 }),
          layers.leakyReLU({ alpha: 0.01 }),
          layers.dropout({ rate: 0.5 }),
          layers.dense({ units: 5, useBias: false }),
          layers.reLU({}),
          layers.dense({ units: 4 }),
          layers.elu(),
          layers.dense({ units: 4 }),
          layers.activation({ activation: 'softplus' }),
          layers.dense({ units: 3 }),
          layers.softmax(),
        ],
      }),
    'a functional model': () => {
      const start = input({ shape: [6] });
      const middle = layers.dense({ units: 4, activation: 'sigmoid' }).apply(start) as typeof start;
      return model({ inputs: start, outputs: layers.dense({ units: 2, activation: 'softmax' }).apply(middle) as typeof start });
    },
    'the form of gelu by tanh': () =>
      sequential({ layers: [layers.dense({ units: 3, activation: 'gelu_new' as never, inputShape: [6] })] }),
  };

  it.each(Object.keys(models))('%s is read, and answers the same', async (name) => {
    const theirs = (models[name] as () => LayersModel)();
    for (const shard of [Number.POSITIVE_INFINITY, 10]) {
      expect(await distance(fromTensorFlow(await save(theirs, shard)), theirs, batch)).toBeLessThan(CLOSE);
    }
  });

  it('with a scaling in front is read as a classifier', async () => {
    const six = [0.5, 1, 2, 3, 4, 5];
    const normalized = sequential({
      layers: [layers.batchNormalization({ inputShape: [6] }), layers.dense({ units: 3, activation: 'softmax' })],
    });
    const numbers = [six, [1, 2, 3, 4, 5, 6], [0, 1, 0, -1, 2, 3], six];
    normalized.layers[0]?.setWeights(numbers.map((row) => tensor1d(row)));
    const rescaled = sequential({
      layers: [
        layers.rescaling({ scale: 0.5, offset: -1, inputShape: [6] } as never),
        layers.dense({ units: 3, activation: 'softmax' }),
      ],
    });
    for (const theirs of [normalized, rescaled]) {
      const { read } = fromTensorFlow(await save(theirs), { kind: 'classifier' });
      const answers = await answersOf(theirs, batch);
      const ours = batch.flatMap((row) => [...read(row).outputs]);
      for (const [index, value] of ours.entries()) expect(Math.abs(value - (answers[index] as number))).toBeLessThan(CLOSE);
    }
  });
});
