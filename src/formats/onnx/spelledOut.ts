// Activations that a graph spells out in several operators, as exporters do without an operator for them.
import { gelu, type LayerActivation } from '../../model/activations/index.js';
import { BUILT_INS, ONNX_STEPS } from '../activationFormats.js';
import type { Constants } from './onnxConstants.js';
import type { OnnxNode } from './readNode.js';
import type { OnnxTensor } from './readTensor.js';

/** An activation in small steps: the activation or its fault, and the node that gives its numbers. */
export interface SpelledOut {
  readonly found: LayerActivation | { readonly expected: string; readonly got: string; readonly remedy: string };
  readonly last: OnnxNode;
}

/** The most steps: those of the longest known one, and a few more. */
const MOST_STEPS = 12;

/** What the known ones are made of. A file's own names become no text, which could look like a known one or grow beyond measure. */
const OPERATORS = ['Abs', 'Add', 'Div', 'Erf', 'Greater', 'Mul', 'Pow', 'Softplus', 'Tanh', 'Where'];
/** The most inputs of a step. */
const MOST_TAKEN = 3;

/** Their two numbers may come in any order. */
const EITHER_WAY = ['Add', 'Mul'];

/** The text of a step: an operator and what it takes. */
function step(operator: string, ...taken: string[]): string {
  return `${operator}(${(EITHER_WAY.includes(operator) ? taken.sort() : taken).join(', ')})`;
}

/** The text of a number, in float32. */
function number(value: number): string {
  return `${Math.fround(value)}`;
}

/** x/2 (1 + f), in the two orders in which torch.onnx.export multiplies. */
function halved(f: string): string[] {
  const more = step('Add', number(1), f);
  return [step('Mul', 'x', step('Mul', number(0.5), more)), step('Mul', number(0.5), step('Mul', 'x', more))];
}

/** x/2 (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))). */
function geluTexts(): string[] {
  const cubes = [step('Pow', 'x', number(3)), step('Mul', 'x', step('Mul', 'x', 'x'))];
  return cubes.flatMap((cube) => {
    const inner = step('Add', 'x', step('Mul', number(0.044715), cube));
    return halved(step('Tanh', step('Mul', number(0.7978845608028654), inner)));
  });
}

const NOT_OURS = {
  expected: 'gelu by tanh',
  got: 'gelu by the error function',
  remedy: "In PyTorch ours is nn.GELU(approximate='tanh').",
};

/** The activation of each text. The form by the error function is x/2 (1 + erf(x / sqrt(2))). */
function knownTexts(): ReadonlyMap<string, SpelledOut['found']> {
  return new Map<string, SpelledOut['found']>([
    ...geluTexts().map((text) => [text, gelu] as const),
    ...Object.entries(ONNX_STEPS).map(([text, name]) => [text, BUILT_INS[name]] as const),
    ...halved(step('Erf', step('Div', 'x', number(Math.SQRT2)))).map((text) => [text, NOT_OURS] as const),
  ]);
}

/** The activation in steps that begins at a name; undefined where none does. */
export function spelledOut(
  name: string,
  users: ReadonlyMap<string, readonly OnnxNode[]>,
  constants: Constants,
): SpelledOut | undefined {
  // Each of them takes x more than once.
  if ((users.get(name)?.length ?? 0) < 2) return undefined;
  const known = knownTexts();
  const texts = new Map([[name, 'x']]);
  const textOf = ({ operator, inputs, attributes }: OnnxNode): string | undefined => {
    if (attributes.size > 0 || inputs.length > MOST_TAKEN || !OPERATORS.includes(operator)) return undefined;
    const taken = inputs.map((input) => texts.get(input) ?? numberOf(constants.find(input)));
    return taken.every((text) => text !== undefined) ? step(operator, ...taken) : undefined;
  };
  // A map goes on to what is added to it on the way.
  for (const part of texts.keys()) {
    for (const node of users.get(part) ?? []) {
      const [output] = node.outputs;
      const text = textOf(node);
      if (output === undefined || text === undefined || texts.has(output)) continue;
      const found = known.get(text);
      if (found !== undefined) return isWhole(texts, output, users) ? { found, last: node } : undefined;
      texts.set(output, text);
      if (texts.size > MOST_STEPS) return undefined;
    }
  }
  return undefined;
}

/** A single number; with more than one side of 1 it would give the numbers that it meets more sides. */
function numberOf(tensor: OnnxTensor | undefined): string | undefined {
  return tensor?.data?.length === 1 && tensor.shape.length < 2 ? number(tensor.data[0]) : undefined;
}

/** Whether no step is taken by a node outside. */
function isWhole(texts: ReadonlyMap<string, string>, last: string, users: ReadonlyMap<string, readonly OnnxNode[]>): boolean {
  const within = ({ outputs: [output = ''] }: OnnxNode) => output === last || texts.has(output);
  return [...texts.keys()].every((name) => (users.get(name) ?? []).every(within));
}
