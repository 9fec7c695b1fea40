// A network as an ONNX file: Gemm, then its activation, layer by layer. Just enough of protobuf to write one.
//
// The format: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto (IR 8, opset 13); field numbers are those of its messages.
import type { LayerParameters } from '../parameters.js';
import type { Model } from '../works.js';

const OPERATORS = { relu: 'Relu', sigmoid: 'Sigmoid', softmax: 'Softmax' };
const FLOAT = 1;
const INT = 2;

type Part = Uint8Array | readonly Part[];

const bytesOf = (part: Part): Uint8Array => (part instanceof Uint8Array ? part : Buffer.concat(part.map(bytesOf)));

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 128) return Uint8Array.from([...bytes, rest]);
    bytes.push((rest & 127) | 128);
  }
}

const number = (field: number, value: number): Part => [varint(field << 3), varint(value)];
const block = (field: number, part: Part): Part => {
  const bytes = bytesOf(part);
  return [varint((field << 3) | 2), varint(bytes.length), bytes];
};
const text = (field: number, value: string): Part => block(field, Buffer.from(value));

const tensor = (name: string, dims: readonly number[], values: Float32Array): Part => [
  dims.map((size) => number(1, size)),
  number(2, FLOAT),
  text(8, name),
  block(9, Uint8Array.from(Buffer.from(values.buffer, values.byteOffset, values.byteLength))),
];

const node = (type: string, inputs: readonly string[], output: string, attributes: Part = []): Part => [
  inputs.map((name) => text(1, name)),
  text(2, output),
  text(4, type),
  attributes,
];

const value = (name: string, width: number): Part => {
  const shape = [block(1, text(2, 'count')), block(1, number(1, width))];
  return [text(1, name), block(2, block(1, [number(1, FLOAT), block(2, shape)]))];
};

/** The bytes of the file. Its input is called `inputs` [count, inputs], its output `outputs`. */
export function onnxModel({ sizes, hidden, output }: Model, layers: readonly LayerParameters[]): Uint8Array {
  const transB = block(5, [text(1, 'transB'), number(3, 1), number(20, INT)]);
  const nodes = layers.flatMap((_, i) => {
    const last = i === layers.length - 1;
    const [before, after] = [i === 0 ? 'inputs' : `activations${i}`, last ? 'outputs' : `activations${i + 1}`];
    return [
      node('Gemm', [before, `weights${i}`, `biases${i}`], `sums${i}`, transB),
      node(OPERATORS[last ? output : hidden], [`sums${i}`], after),
    ];
  });
  const tensors = layers.flatMap(({ inputs, outputs, weights, biases }, i) => [
    tensor(`weights${i}`, [outputs, inputs], weights),
    tensor(`biases${i}`, [outputs], biases),
  ]);
  const graph = [
    nodes.map((part) => block(1, part)),
    text(2, 'network'),
    tensors.map((part) => block(5, part)),
    block(11, value('inputs', sizes[0])),
    block(12, value('outputs', sizes.at(-1) as number)),
  ];
  return bytesOf([number(1, 8), block(7, graph), block(8, [text(1, ''), number(2, 13)])]);
}
