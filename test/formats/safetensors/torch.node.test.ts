// Files that the safetensors package of Hugging Face wrote from PyTorch's tensors: read, to what PyTorch says they hold.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { softmax, tanh } from 'glassbox-nn';
import { fromSafetensors, parseSafetensors } from 'glassbox-nn/formats';
import { expect, it } from 'vitest';
import { fileOf, tensor } from './files.js';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name));

/** What fixtures/saveTorch.py wrote of it all. */
const said = JSON.parse(fixture('torch.json').toString()) as {
  readonly answers: readonly (readonly number[])[];
  readonly types: Readonly<Record<string, { readonly shape: readonly number[]; readonly numbers: readonly string[] }>>;
  readonly hashes: Readonly<Record<string, string>>;
};

it('a network answers here as it does in PyTorch, whatever the types of its numbers', () => {
  const file = fixture('network.safetensors');
  const dtypes = [...parseSafetensors(file).tensors].map(([name, { dtype }]) => `${name} ${dtype}`).sort();
  expect(dtypes).toEqual(['0.bias F32', '0.weight F32', '2.bias F64', '2.weight F16', '4.bias F32', '4.weight BF16']);
  const network = fromSafetensors(file, { hidden: tanh, output: softmax });
  expect(network.sizes).toEqual([6, 5, 4, 3]);
  for (const [row, answers] of said.answers.entries()) {
    const input = Float32Array.from({ length: 6 }, (_, column) => -2 + (4 * (row * 6 + column)) / 17);
    for (const [index, value] of network.forward(input).entries()) {
      expect(Math.abs(value - (answers[index] as number))).toBeLessThan(1e-6);
    }
  }
});

it('every number of every type is the one that PyTorch saved, and shapes, names and metadata are kept', () => {
  const { tensors, metadata } = parseSafetensors(fixture('types.safetensors'));
  expect([...metadata]).toEqual([
    ['format', 'pt'],
    ['who', 'é\u{1f9e0}'],
  ]);
  expect([...tensors.keys()].sort()).toEqual(Object.keys(said.types).sort());
  for (const [name, { shape, numbers }] of Object.entries(said.types)) {
    const tensor = tensors.get(name);
    expect(tensor?.shape).toEqual(shape);
    expect(Array.from(tensor?.data ?? [])).toEqual(numbers.map(fromPython));
  }
});

/** A number as Python's repr writes it. */
function fromPython(text: string): number {
  return Number(text.replace('inf', 'Infinity'));
}

it.each(['F16', 'BF16'])('each of the 65,536 numbers of %s is the one that PyTorch makes of it', (dtype) => {
  const file = fileOf(
    `{"every":${tensor(dtype, [65_536], 0, 131_072)}}`,
    new Uint8Array(Uint16Array.from({ length: 65_536 }, (_, bits) => bits).buffer),
  );
  const words = new DataView(new ArrayBuffer(4 * 65_536));
  for (const [index, number] of (parseSafetensors(file).tensors.get('every')?.data ?? []).entries()) {
    if (Number.isNaN(number)) words.setUint32(4 * index, 0x7fc00000, true);
    else words.setFloat32(4 * index, number, true);
  }
  expect(createHash('sha256').update(words).digest('hex')).toBe(said.hashes[dtype]);
});
