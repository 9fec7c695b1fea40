// ONNX files that grow: lists of every message, layers that share what they are made of, and messages inside each other.
import type { Grower } from './Grower.js';
import { bytesOf, message, nested, number, varint } from './protobuf.js';
import { times } from './text.js';

const HEAD = number(1, 8) + message(8, message(1), number(2, 17));
const file = (...fields: readonly string[]) => bytesOf(HEAD + fields.join(''));
const model = (...graph: readonly string[]) => file(message(7, ...graph));
const zeros = (size: number) => '\0'.repeat(size);

const value = (field: number, name: string, width: number) => {
  const shape = message(2, message(1, message(2, 'batch')), message(1, number(1, width)));
  return message(field, message(1, name), message(2, message(1, number(1, 1), shape)));
};
const input = (name: string, width: number) => value(11, name, width);
const output = (name: string, width: number) => value(12, name, width);
const nodeOf = (operator: string, inputs: readonly string[], outputs: readonly string[], ...more: readonly string[]) =>
  message(
    1,
    ...inputs.map((name) => message(1, name)),
    ...outputs.map((name) => message(2, name)),
    message(4, operator),
    ...more,
  );
const floats = (name: string, shape: readonly number[]) => {
  const count = shape.reduce((product, size) => product * size, 1);
  return message(5, ...shape.map((size) => number(1, size)), number(2, 1), message(8, name), message(9, zeros(4 * count)));
};
/** A tensor with one part of it as it is given. */
const tensor = (...parts: readonly string[]) => message(5, message(8, 'w'), number(2, 1), ...parts);
const attribute = (operator: string, name: string, ...parts: readonly string[]) =>
  message(1, message(4, operator), message(5, message(1, name), ...parts));

const grow = (name: string, make: (size: number) => Uint8Array, more: Partial<Grower> = {}): Grower => ({
  reader: 'onnx',
  name: `onnx: ${name}`,
  make,
  ...more,
});
/** A field of no bytes, many times over: each takes two of the file, and what a reader makes of it. */
const empties = (name: string, field: number, around: (fields: string) => Uint8Array) =>
  grow(`empty ${name}`, (size) => around(times(`${varint(8 * field + 2)}\0`, size)), { giant: 60_000_000 });

/** A chain of nodes, of which each takes what the one before it gives, and something that all of them share. */
function chain(
  size: number,
  width: number,
  operator: string,
  shared: readonly string[],
  ...constants: readonly string[]
): Uint8Array {
  const fixed = constants.join('');
  const nodes: string[] = [];
  for (let length = fixed.length; length < size; length += (nodes.at(-1) as string).length) {
    nodes.push(nodeOf(operator, [`x${nodes.length}`, ...shared], [`x${nodes.length + 1}`]));
  }
  return model(nodes.join(''), fixed, input('x0', width), output(`x${nodes.length}`, width));
}

/** Layers that share a kernel, which is half of the file. */
function sharedKernel(size: number, operator: string, ...names: readonly string[]): Uint8Array {
  const side = Math.max(1, Math.floor(Math.sqrt(size / 8)));
  return chain(size, side, operator, names, floats('w', [side, side]), floats('b', [side]));
}

function constants(size: number): Uint8Array {
  const parts: string[] = [];
  for (let length = 0; length < size; length += (parts.at(-1) as string).length) parts.push(floats(`c${parts.length}`, [1]));
  return model(parts.join(''));
}

/** Graphs in attributes of nodes of graphs, some deep, many times over. */
function graphsInAttributes(size: number): Uint8Array {
  let inner = '';
  for (let depth = 0; depth < 1000; depth++) inner = message(5, message(6, message(1, inner)));
  return model(times(message(1, message(4, 'If'), inner), size));
}

export const onnxGrowers: readonly Grower[] = [
  grow('layers of one kernel', (size) => sharedKernel(size, 'Gemm', 'w', 'b')),
  grow('products with one kernel', (size) => sharedKernel(size, 'MatMul', 'w')),
  grow('layers of one small kernel', (size) => chain(size, 1, 'Gemm', ['w', 'b'], floats('w', [1, 1]), floats('b', [1]))),
  grow('activations', (size) => chain(size, 2, 'Relu', [])),
  grow('steps that do nothing', (size) => chain(size, 2, 'Identity', [])),
  grow('sums with one constant', (size) => chain(size, 64, 'Add', ['b'], floats('b', [64]))),
  grow('scalings by one constant', (size) => chain(size, 64, 'Div', ['b'], floats('b', [64]))),
  grow('dimensions, packed', (size) => model(tensor(message(1, zeros(size)))), { giant: 120_000_000 }),
  grow('dimensions, one by one', (size) => model(tensor(times(number(1, 1), size)))),
  grow('dimensions of an input', (size) => {
    const shape = message(2, times(message(1, number(1, 1)), size));
    return model(message(11, message(1, 'x'), message(2, message(1, number(1, 1), shape))));
  }),
  empties('graphs', 7, (fields) => file(fields)),
  empties('operator sets', 8, (fields) => file(fields, message(7))),
  empties('metadata', 14, (fields) => file(fields, message(7))),
  empties('nodes', 1, (fields) => model(fields)),
  empties('constants', 5, (fields) => model(fields)),
  empties('inputs', 11, (fields) => model(fields)),
  empties('outputs', 12, (fields) => model(fields)),
  empties('inputs of a node', 1, (fields) => model(message(1, fields))),
  empties('outputs of a node', 2, (fields) => model(message(1, fields))),
  empties('attributes of a node', 5, (fields) => model(message(1, fields))),
  empties('texts of an attribute', 9, (fields) => model(attribute('ZipMap', 'classlabels_strings', fields))),
  empties('texts of a tensor', 6, (fields) => model(tensor(fields))),
  grow('metadata', (size) => file(times(message(14, message(1, 'k'), message(2, 'v')), size), message(7))),
  grow('constants of a name each', constants),
  grow('constants of one name', (size) => model(times(floats('c', [1]), size))),
  grow('inputs of a node', (size) => model(message(1, times(message(1, 'a'), size)))),
  grow('attributes of a node', (size) => model(message(1, message(4, 'Gemm'), times(message(5, message(1, 'alpha')), size)))),
  grow('whole numbers of an attribute', (size) => model(attribute('Reshape', 'shape', message(8, zeros(size)))), {
    giant: 120_000_000,
  }),
  grow('graphs in attributes', graphsInAttributes),
  grow('messages inside each other', (size) => model(nested(1, size))),
  grow('numbers, packed', (size) => model(tensor(number(1, Math.floor(size / 4)), message(4, zeros(size - (size % 4)))))),
  grow('numbers, one by one', (size) => model(tensor(number(1, Math.floor(size / 5)), times('\x25\0\0\0\0', size)))),
  grow('whole numbers, one by one', (size) => model(tensor(times(number(7, 1), size)))),
  grow('a number that never ends', (size) => model('\x80'.repeat(size))),
  grow('fields that mean nothing', (size) => file(times(message(19), size), message(7))),
  grow('a long name', (size) => model(message(1, message(4, 'N'.repeat(size))))),
  grow('a declared constant', (size) => model(tensor(number(1, 2 ** 14), number(1, 2 ** 14), message(9, zeros(size))))),
  grow('nodes that are constants', (size) => {
    const constant = message(5, message(1, 'value'), message(5, number(2, 1), message(9, zeros(4))));
    return model(times(nodeOf('Constant', [], ['c'], constant), size));
  }),
];
