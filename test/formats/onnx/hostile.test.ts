// ONNX files that are small and ask for much: what they ask for is counted before it is made.
import { FormatError, LimitError } from 'glassbox-nn';
import { fromOnnx } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { expectLesson } from '../../data/teaches.js';
import { bytesField, file, node, tensor, textField, varint, wholeAttribute, wholeField } from './graphs.js';

const limit = { type: LimitError, code: 'LIMIT' };
const format = { type: FormatError, code: 'FORMAT' };
const weights = tensor('w', [2, 1], [1, 2]);
const layer = node('MatMul', ['x', 'w'], 'y');
const filled = (length: number, value: number) => new Array<number>(length).fill(value);

/** Layers in a row that all take the same kernel, turned or not. */
const chain = (count: number, kernel: string, before: readonly number[][] = []) => [
  ...before,
  ...Array.from({ length: count }, (_, index) =>
    node('MatMul', [index === 0 ? 'x' : `h${index}`, kernel], index === count - 1 ? 'y' : `h${index + 1}`),
  ),
];

describe('layers that share one kernel', () => {
  it('are refused by what all of them take, before the first is made (case 231)', () => {
    const kernel = tensor('w', [300, 300], filled(90_000, 1));
    const bytes = file(chain(1200, 'w'), [kernel]);
    const says = [`at most ${4 * bytes.length} weights and biases`, `${bytes.length} bytes`, `got ${1200 * 300 * 301}`];
    expectLesson(() => fromOnnx(bytes), { ...limit, says: [...says, 'share numbers'] });
    const turned = file(chain(1200, 't', [node('Transpose', ['w'], 't')]), [kernel]);
    expectLesson(() => fromOnnx(turned), { ...limit, says: ['share numbers'] });
    expectLesson(() => fromOnnx(file(chain(4000, 'w'), [kernel])), { ...limit, says: ['at most 268435456', 'sizes 300-300-'] });
  });

  it('are read where they are few, or small', () => {
    const kernel = tensor('w', [300, 300], filled(90_000, 0.5));
    const { layers } = fromOnnx(file(chain(11, 'w'), [kernel]));
    expect(layers.length).toBe(11);
    expect(new Set(layers.map(({ weights }) => weights)).size).toBe(11);
    const small = fromOnnx(file(chain(2000, 'w'), [tensor('w', [20, 20], filled(400, 1))]));
    expect(small.parameterCount).toBe(2000 * 20 * 21);
  });

  it('may not be more than a network has (case 232)', () => {
    const bytes = file(chain(10_001, 'w'), [tensor('w', [1, 1], [1])]);
    expectLesson(() => fromOnnx(bytes), { ...limit, says: ['at most 10000 sizes or layers', 'got 10001'] });
  });
});

describe('what a file repeats', () => {
  it('of what has one value is refused, though Protocol Buffers let the last one count (case 244)', () => {
    const says = ['once', 'got it again'];
    const twice = (again: number[]) => file([[...layer, ...again]], [weights]);
    for (const field of [
      textField(4, 'MatMul'),
      [...textField(7, ''), ...textField(7, '')],
      [...textField(3, ''), ...textField(3, 'a')],
    ])
      expectLesson(() => fromOnnx(twice(field)), { ...format, says });
    const axis = wholeAttribute('axis', 1);
    for (const again of [wholeField(3, 1), textField(1, 'axis'), wholeField(20, 2)]) {
      const flatten = node('Flatten', ['x'], 'f', [[...axis, ...again]]);
      expectLesson(() => fromOnnx(file([flatten, layer], [weights])), { ...format, says });
    }
    const input = bytesField(11, [...textField(1, 'z'), ...textField(1, 'z')]);
    const entry = bytesField(14, [...textField(1, 'a'), ...textField(2, 'b'), ...textField(2, 'c')]);
    expectLesson(() => fromOnnx(file([layer], [weights], input)), { ...format, says });
    expectLesson(() => fromOnnx(Uint8Array.from([...file([layer], [weights]), ...entry])), { ...format, says });
  });

  it('is refused at the first that is too many (case 234)', () => {
    const dimensions = [...bytesField(1, filled(1_000_000, 0)), ...wholeField(2, 1), ...textField(8, 'v')];
    expectLesson(() => fromOnnx(file([layer], [weights, dimensions])), { ...limit, says: ['at most 64 dimensions'] });
    const graphs = Uint8Array.from(filled(200_000, 0).flatMap(() => [7 * 8 + 2, 0]));
    expectLesson(() => fromOnnx(graphs), { ...format, says: ['one graph', 'got 2 graphs'] });
    const taken = node(
      'Sum',
      filled(5000, 0).map(() => 'x'),
      'z',
    );
    expectLesson(() => fromOnnx(file([layer, taken], [weights])), { ...limit, says: ['at most 4096 inputs and outputs'] });
    const many = Array.from({ length: 65 }, (_, index) => wholeAttribute(`a${index}`, 1));
    const attributes = node('Sum', ['x'], 'z', many);
    expectLesson(() => fromOnnx(file([layer, attributes], [weights])), { ...limit, says: ['at most 64 attributes'] });
    const long = node('Sum', ['x'], 'z', [[...textField(1, 'long'), ...bytesField(8, filled(2 ** 20 + 1, 0))]]);
    expectLesson(() => fromOnnx(file([layer, long], [weights])), { ...limit, says: ["'long'", 'at most 1048576 values'] });
    const pairs = Array.from({ length: 10_001 }, (_, index) => bytesField(14, textField(1, `${index}`))).flat();
    const described = Uint8Array.from([...file([layer], [weights]), ...pairs]);
    expectLesson(() => fromOnnx(described), { ...limit, says: ['metadata', 'at most 10000 pairs'] });
    const sides = bytesField(
      2,
      bytesField(
        1,
        bytesField(
          2,
          filled(65, 0).flatMap(() => bytesField(1, [])),
        ),
      ),
    );
    const wide = file([layer], [weights], bytesField(11, [...textField(1, 'w'), ...sides]));
    expectLesson(() => fromOnnx(wide), { ...limit, says: ['at most 64 dimensions'] });
    const answers = filled(9, 0).flatMap((_, index) => bytesField(12, textField(1, `y${index}`)));
    expectLesson(() => fromOnnx(file([layer], [weights], answers)), { ...format, says: ['one output of numbers'] });
  });

  it('and many nodes share is read once: sides of a shape', () => {
    // A list of sides that is longer than it says, which each of the nodes would have to read.
    const sides = [...wholeField(1, 2), ...wholeField(2, 7), ...textField(8, 's'), ...bytesField(7, filled(200_000, 1))];
    const nodes = Array.from({ length: 5000 }, (_, index) =>
      node('Reshape', [index === 0 ? 'x' : `r${index}`, 's'], `r${index + 1}`),
    );
    const bytes = file([...nodes, node('MatMul', ['r5000', 'w'], 'y')], [weights, sides]);
    expectLesson(() => fromOnnx(bytes), { ...format, says: ['Reshape', 'whole numbers that the file holds'] });
  });

  it('and may stand once alone is refused where it stands twice (cases 240 and 243)', () => {
    const twice = node('Gemm', ['x', 'w'], 'y', [wholeAttribute('transB', 0), wholeAttribute('transB', 1)]);
    expectLesson(() => fromOnnx(file([twice], [weights])), { ...format, says: ['every attribute once', "'transB' again"] });
    const two = bytesField(5, tensor('', [1], [1]));
    const constant = node('Constant', [], 'c', [[...textField(1, 'value'), ...two, ...two]]);
    expectLesson(() => fromOnnx(file([constant, layer], [weights])), { ...format, says: ["'value'", 'one tensor'] });
    const mixed = node('Flatten', ['x'], 'f', [[...textField(1, 'axis'), ...wholeField(3, 1), ...textField(4, 'a')]]);
    expectLesson(() => fromOnnx(file([mixed, layer], [weights])), { ...format, says: ["'axis'", 'values of one type'] });
    for (const again of [
      file([layer, node('Relu', ['x'], 'y')], [weights]),
      file([node('Relu', ['x'], 'w'), layer], [weights]),
    ])
      expectLesson(() => fromOnnx(again), { ...format, says: ['every name made once', 'again'] });
    const input = bytesField(11, textField(1, 'y'));
    expectLesson(() => fromOnnx(file([layer], [weights], input)), { ...format, says: ['graph.input', "'y' again"] });
  });

  it('of the numbers of a tensor is refused where they are there twice, or of another type (case 244)', () => {
    const head = [...bytesField(1, [2, 1].flatMap(varint)), ...textField(8, 'w')];
    const floats = bytesField(4, new Uint8Array(Float32Array.of(1, 2).buffer));
    const read = (type: number, ...parts: number[][]) =>
      fromOnnx(file([layer], [[...head, ...wholeField(2, type), ...parts.flat()]]));
    expect([...read(1, floats).forward([3, 4])]).toEqual([11]);
    const raw = bytesField(9, new Uint8Array(8));
    for (const parts of [[floats, raw], [bytesField(10, new Uint8Array(8))]])
      expectLesson(() => read(1, ...parts), { ...format, says: ['numbers once, of the type that the tensor has'] });
    for (const pieces of [
      [raw, raw],
      [raw, textField(8, 'w')],
      [raw, wholeField(2, 1)],
    ])
      expectLesson(() => read(1, ...pieces), { ...format, says: ['once', 'got it again'] });
    const pieces = [bytesField(4, new Uint8Array(4)), bytesField(4, new Uint8Array(4))];
    expectLesson(() => read(1, ...pieces), { ...format, says: ['numbers in one piece'] });
    // Eight bytes of two float32 numbers are no float64.
    const one = [...wholeField(1, 1), ...wholeField(1, 1), ...textField(8, 'w'), ...wholeField(2, 11), ...floats];
    expectLesson(() => fromOnnx(file([layer], [one])), { ...format, says: ['of the type that the tensor has'] });
  });
});
