// Headers of very many names: time and memory stay in proportion to the file.
import { type Network, relu, sigmoid } from 'glassbox-nn';
import { fromSafetensors, parseSafetensors } from 'glassbox-nn/formats';
import { expect, it, vi } from 'vitest';
import { expectRefusal } from '../../support/refusals.js';
import { fileOf, tensor } from './files.js';

/** A file of layers of one weight, by these names. */
function layersOf(names: readonly string[]): Uint8Array {
  const fields = names.map((name, index) => `"${name}.weight":${tensor('F32', [1, 1], 4 * index, 4 * index + 4)}`);
  return fileOf(`{${fields.join(',')}}`, new Uint8Array(4 * names.length));
}

it('names are split once each, and not for every comparison (case 259)', () => {
  const names = Array.from({ length: 9_000 }, (_, index) => `${(index * 7_919) % 9_001}.${index}`);
  const split = vi.spyOn(String.prototype, 'split');
  try {
    const network = fromSafetensors(layersOf(names), { hidden: relu, output: sigmoid });
    expect(network.layers.length).toBe(9_000);
    // By the parts that stand between dots, and by numbers.
    expect(split.mock.calls.length).toBeLessThan(3 * names.length);
  } finally {
    split.mockRestore();
  }
});

it('as many layers as a network may have are read, and one more is refused (case 259)', async () => {
  const names = Array.from({ length: 10_001 }, (_, index) => `${index}`);
  const given = { hidden: relu, output: sigmoid } as const;
  const network: Network = fromSafetensors(layersOf(names.slice(1)), given);
  expect(network.layers.length).toBe(10_000);
  expect(fromSafetensors(layersOf(names.slice(1)), { ...given, layers: names.slice(1) }).layers.length).toBe(10_000);
  await expectRefusal(() => fromSafetensors(layersOf(names), given), 'LimitError', 'at most 10000');
});

it('a header of more than 65,536 keys is refused (case 260)', async () => {
  const keys = Array.from({ length: 300_000 }, (_, index) => `"${index.toString(36)}":""`);
  const file = fileOf(`{"__metadata__":{${keys.join(',')}}}`);
  for (const reader of [parseSafetensors, fromSafetensors]) {
    await expectRefusal(() => reader(file), 'LimitError', 'header: expected at most 65536 fields of an object');
  }
});

it('tensors that metadata shares among many layers are counted before any is copied (case 261)', async () => {
  const shared = Array.from({ length: 2_000 }, (_, index) => `"${index + 1}.weight":"0.weight"`);
  const header = `{"__metadata__":{${shared.join(',')}},"0.weight":${tensor('F32', [100, 100], 0, 40_000)}}`;
  const file = fileOf(header, new Uint8Array(40_000));
  await expectRefusal(
    () => fromSafetensors(file, { hidden: relu, output: sigmoid }),
    'LimitError',
    'fromSafetensors: expected at most',
    'got 20210100',
  );
});
