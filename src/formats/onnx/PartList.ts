// Nodes of a graph, gathered one by one.
import { tensorMessage, type WrittenNode } from './onnxMessages.js';
import type { Part } from './onnxScaling.js';
import type { Message } from './protobufWriter.js';

/** The nodes of a graph so far. All names but those of its inputs and outputs begin with `scope`. */
export class PartList {
  readonly parts: Part[] = [];
  readonly scope: string;
  constants: Message[] = [];

  constructor(scope: string) {
    this.scope = scope;
  }

  /** Adds a node that makes `output`, and gives this name. */
  add(operator: string, inputs: readonly string[], output: string, more: Partial<WrittenNode> = {}): string {
    this.parts.push({ node: { operator, inputs, output, attributes: {}, ...more }, tensors: this.constants });
    this.constants = [];
    return output;
  }

  /** The same, whose output is a name inside of the graph. */
  inner(operator: string, inputs: readonly string[], name: string, more: Partial<WrittenNode> = {}): string {
    return this.add(operator, inputs, this.scope + name, more);
  }

  cast(input: string, name: string, to: number): string {
    return this.inner('Cast', [input], name, { attributes: { to: { integer: to } } });
  }

  /** Numbers that the file holds for the next node: a row of them, or whole numbers as bigint. */
  constant(name: string, numbers: Float32Array | Float64Array | BigInt64Array): string {
    this.constants = [...this.constants, tensorMessage(this.scope + name, [numbers.length], numbers)];
    return this.scope + name;
  }

  /** A single float32. */
  float(name: string, number: number): string {
    return this.constant(name, Float32Array.of(number));
  }

  /** A single float64. */
  double(name: string, number: number): string {
    return this.constant(name, Float64Array.of(number));
  }
}
