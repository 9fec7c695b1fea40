// A file is read for ever: those in fixtures/ were written once, by fixtures/write.ts, and every version reads them to the same bits.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adam, type EpochRecord, fit, Network, relu, softmax } from 'glassbox-nn';
import { xor } from 'glassbox-nn/data';
import { fromJson, fromOnnx, fromSafetensors, fromTensorFlow } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { expectRefusalLeaving } from '../support/refusals.js';
import { placeInMemory } from '../support/savedPlaces.js';

const folder = join(import.meta.dirname, 'fixtures');
const read = new Set<string>();

function bytesOf(name: string): Uint8Array {
  read.add(name);
  return Uint8Array.from(readFileSync(join(folder, name)));
}

const textOf = (name: string) => new TextDecoder().decode(bytesOf(name));

/** Hashes of their weights and biases, as they were when the files were written. */
const NETWORK = '33c16fc0';
const CLASSIFIER = '768b1dc2';
const TRAINED = 'a99dc525';

describe('a file of the first version is read for ever:', () => {
  it('a network', () => {
    for (const network of [fromJson(textOf('network-1.json')), fromSafetensors(bytesOf('network-1.safetensors'))]) {
      expect(hashOfNetwork(network)).toBe(NETWORK);
      expect(String(network)).toBe('2-4-2, relu then softmax, 8+4 + 8+2 = 22 parameters');
    }
  });

  it('a classifier, with its scaling, its names, and its frozen layer', () => {
    const kind = 'classifier';
    const files = Object.fromEntries(
      ['model.json', 'group1-shard1of1.bin'].map((name) => [name, bytesOf(`tensorflow-${name}`)]),
    );
    const classifiers = [
      fromJson(textOf('classifier-2.json'), { kind }),
      fromSafetensors(bytesOf('classifier-1.safetensors'), { kind }),
      fromOnnx(bytesOf('classifier.onnx'), { kind }),
      fromTensorFlow(files, { kind }),
    ];
    for (const { network, classNames, scaling } of classifiers) {
      expect(hashOfNetwork(network)).toBe(CLASSIFIER);
      expect(network.layers.map(({ trainable }) => trainable)).toEqual([false, true]);
      expect(classNames).toEqual(['apple', 'banana']);
      expect(scaling).toMatchObject({ kind: 'standard', means: Float64Array.of(13.75, 162.5) });
    }
  });

  it('a scaling', () => {
    const { means } = fromJson(textOf('scaling-2.json'), { kind: 'scaling' }) as { means?: Float64Array };
    expect(means).toEqual(Float64Array.of(13.75, 162.5));
  });

  it('a checkpoint: its network, and the training that goes on', async () => {
    const bytes = bytesOf('training-2.checkpoint');
    expect(hashOfNetwork(fromSafetensors(bytes))).toBe(TRAINED);
    const network = new Network([2, 4, 2], { hidden: relu, output: softmax, seed: 7 });
    const begun: EpochRecord[] = [];
    const history = await fit(network, xor(), {
      optimizer: adam({ learningRate: 0.01 }),
      epochs: 3,
      batchSize: 2,
      dropout: 0.2,
      checkpoint: placeInMemory({}, bytes).checkpoint,
      seed: 3,
      onEpoch: (record) => begun.push(record),
    });
    expect(history.map(({ epoch, loss }) => [epoch, loss]).slice(0, 2)).toEqual([
      [1, 0.7395200785943237],
      [2, 0.5921797430856017],
    ]);
    expect(begun.map(({ epoch }) => epoch)).toEqual([3]);
    expect(hashOfNetwork(network)).not.toBe(TRAINED);
  });
});

describe('a file from before the first release', () => {
  it('that is a checkpoint is refused in words, and its network is read', async () => {
    const bytes = bytesOf('training-1.checkpoint');
    expect(hashOfNetwork(fromSafetensors(bytes))).toBe(TRAINED);
    const network = new Network([2, 4, 2], { hidden: relu, output: softmax });
    await expectRefusalLeaving(
      network,
      () => fit(network, xor(), { checkpoint: placeInMemory({}, bytes).checkpoint }),
      'FormatError',
      'checkpoint: glassbox-nn checkpoint.version: expected 2, got 1.',
      'before the first release',
    );
  });
});

describe('a file of the version that has names of columns is read for ever:', () => {
  const names = { classNames: ['apple', 'banana'], columnNames: ['length', 'weight'] };

  it('a network', () => {
    for (const network of [fromJson(textOf('network-3.json')), fromSafetensors(bytesOf('network-2.safetensors'))]) {
      expect(hashOfNetwork(network)).toBe(CLASSIFIER);
      expect(network).toMatchObject(names);
    }
  });

  it('a classifier, whose network keeps the names that it learned', () => {
    const kind = 'classifier';
    const files = Object.fromEntries(
      ['model.json', 'group1-shard1of1.bin'].map((name) => [name, bytesOf(`tensorflow-2-${name}`)]),
    );
    const classifiers = [
      fromJson(textOf('classifier-3.json'), { kind }),
      fromSafetensors(bytesOf('classifier-2.safetensors'), { kind }),
      fromOnnx(bytesOf('classifier-2.onnx'), { kind }),
      fromTensorFlow(files, { kind }),
    ];
    for (const { network, classNames, columnNames, scaling } of classifiers) {
      expect(hashOfNetwork(network)).toBe(CLASSIFIER);
      expect(network).toMatchObject(names);
      expect(classNames).toEqual(['Apfel', 'Banane']);
      expect(columnNames).toEqual(names.columnNames);
      expect(scaling).toMatchObject({ kind: 'standard', columnNames: names.columnNames });
    }
  });

  it('a scaling', () => {
    const scaling = fromJson(textOf('scaling-3.json'), { kind: 'scaling' });
    expect(scaling).toMatchObject({ kind: 'standard', columnNames: names.columnNames });
  });
});

it('every file of fixtures/ was read here', () => {
  expect([...read].sort()).toEqual(readdirSync(folder).filter((name) => name !== 'write.ts'));
});
