// Writes an ONNX graph step by step: nodes in a row, and the numbers that they take.
import { bytesField, node, tensor, textField, wholeField } from '../onnx/graphs.js';

/** Sides of an input; a word stands for one that may be anything. */
export type Sides = readonly (number | string)[];

/** An attribute, as text of Protocol Buffers, with a word for it. */
export interface Attribute {
  readonly bytes: number[];
  readonly word: string;
}

/** A whole number, also below 0. A writer of Protocol Buffers may leave out a 0. */
export function whole(name: string, value: number, leavesOut = false): Attribute {
  if (value === 0 && leavesOut) return { bytes: [...textField(1, name), ...wholeField(20, 2)], word: `${name} left out` };
  const bytes = value < 0 ? [3 * 8, 256 + value, 255, 255, 255, 255, 255, 255, 255, 255, 1] : wholeField(3, value);
  return { bytes: [...textField(1, name), ...bytes, ...wholeField(20, 2)], word: `${name}=${value}` };
}

/** Whole numbers, also below 0. */
export function wholes(name: string, values: readonly number[]): Attribute {
  const bytes = values.flatMap((value) => [
    8 * 8,
    ...(value < 0 ? [256 + value, 255, 255, 255, 255, 255, 255, 255, 255, 1] : [value]),
  ]);
  return { bytes: [...textField(1, name), ...bytes, ...wholeField(20, 7)], word: `${name}=[${values}]` };
}

/** A float32. */
export function float(name: string, value: number): Attribute {
  const bytes = [2 * 8 + 5, ...new Uint8Array(Float32Array.of(value).buffer)];
  return { bytes: [...textField(1, name), ...bytes, ...wholeField(20, 1)], word: `${name}=${value}` };
}

/** A text. */
export function text(name: string, value: string): Attribute {
  return { bytes: [...textField(1, name), ...textField(4, value), ...wholeField(20, 3)], word: `${name}=${value}` };
}

/** Float32 numbers of a Constant. */
export function constant(shape: readonly number[], numbers: readonly number[]): Attribute {
  const bytes = [...textField(1, 'value'), ...bytesField(5, tensor('', shape, numbers)), ...wholeField(20, 4)];
  return { bytes, word: `value=[${shape}] ${numbers.join(' ')}` };
}

/** A graph in the making. */
export class GraphWriter {
  readonly nodes: number[][] = [];
  readonly tensors: number[][] = [];
  /** Names that are listed among the inputs although the file holds their numbers. */
  readonly listed: string[] = [];
  /** What was written, in words. */
  readonly words: string[] = [];
  /** What the next step takes. */
  name = 'x';
  private count = 0;

  /** A name that nothing has. */
  fresh(): string {
    this.count++;
    return `n${this.count}`;
  }

  /** A node beside the row; returns what it makes. */
  beside(operator: string, inputs: readonly string[], attributes: readonly Attribute[] = []): string {
    const output = this.fresh();
    const attributed = attributes.map(({ word }) => word).join(' ');
    this.words.push(`${output} = ${operator}(${inputs.join(', ')})${attributed && ` ${attributed}`}`);
    this.nodes.push(
      node(
        operator,
        inputs,
        output,
        attributes.map(({ bytes }) => bytes),
      ),
    );
    return output;
  }

  /** The next node of the row. */
  step(operator: string, inputs: readonly string[], attributes: readonly Attribute[] = []): void {
    this.name = this.beside(operator, inputs, attributes);
  }

  /** Float32 numbers; returns their name. */
  floats(shape: readonly number[], numbers: readonly number[]): string {
    const name = this.fresh();
    this.words.push(`${name} = [${shape}] ${numbers.join(' ')}`);
    this.tensors.push(tensor(name, shape, numbers));
    return name;
  }

  /** Numbers of another type, as their bytes. */
  raw(type: number, shape: readonly number[], bytes: ArrayBufferLike): string {
    const name = this.fresh();
    this.words.push(`${name} = type ${type} [${shape}] ${new Uint8Array(bytes).join(' ')}`);
    this.tensors.push([
      ...shape.flatMap((side) => wholeField(1, side)),
      ...wholeField(2, type),
      ...textField(8, name),
      ...bytesField(9, new Uint8Array(bytes)),
    ]);
    return name;
  }

  /** Whole numbers of 64 bits. */
  integers(numbers: readonly number[]): string {
    return this.raw(7, [numbers.length], BigInt64Array.from(numbers.map(BigInt)).buffer);
  }

  /** The file, whose input has such sides, undefined for none that it says. */
  file(opset: number, sides: Sides | undefined): Uint8Array<ArrayBuffer> {
    const last = node('Identity', [this.name], 'y');
    const graph = [
      ...[...this.nodes, last].flatMap((item) => bytesField(1, item)),
      ...textField(2, 'graph'),
      ...this.tensors.flatMap((item) => bytesField(5, item)),
      ...bytesField(11, value('x', sides)),
      ...this.listed.flatMap((name) => bytesField(11, value(name, undefined))),
      ...bytesField(12, value('y', undefined)),
    ];
    return Uint8Array.from([...wholeField(1, 8), ...bytesField(7, graph), ...bytesField(8, wholeField(2, opset))]);
  }
}

function value(name: string, sides: Sides | undefined): number[] {
  const shape = sides?.flatMap((side) => bytesField(1, typeof side === 'number' ? wholeField(1, side) : textField(2, side)));
  const type = [...wholeField(1, 1), ...(shape === undefined ? [] : bytesField(2, shape))];
  return [...textField(1, name), ...bytesField(2, bytesField(1, type))];
}
