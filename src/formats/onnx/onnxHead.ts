// The head of a graph: the nodes behind its last layer, which name the class.
//
// A classifier of scikit-learn has two outputs: the name of the class, and a probability for each. Behind its last activation stand
// ArgMax and ArrayFeatureExtractor, which looks the name up, and ZipMap, which gives each probability its name. Of two classes the
// network has one output p, and Sub and Concat make 1 - p and p of it.
//
// Source: the operators ArgMax, Concat and Gather of ONNX, ArrayFeatureExtractor, Binarizer and ZipMap of its domain ai.onnx.ml.
import { FormatError } from '../../support/errors.js';
import { describe, wording } from '../../support/wording.js';
import type { Constants } from './onnxConstants.js';
import type { OnnxModel } from './readModel.js';
import { nodeFault, nodeWords, type OnnxNode } from './readNode.js';

/** The end of the layers, and the classes of the graph. */
export interface OnnxHead {
  /** The name of the last layer's activations. */
  readonly last: string;
  /** Names of the classes in the order of the outputs: [classes]; undefined where the graph has none. */
  readonly classNames: readonly string[] | undefined;
  /** Whether a single output p stands for two classes, 1 - p and p. */
  readonly isPair: boolean;
}

/** An output of a graph. */
interface Answer {
  /** Whether it is a number for each class, and not the class alone. */
  readonly isNumbers: boolean;
  /** The name of the activations it comes from. */
  readonly from: string;
  /** The names of the classes, and the node that has them. */
  readonly names: readonly string[] | undefined;
  readonly node: OnnxNode | undefined;
}

/** The node that makes each name. */
type Makers = ReadonlyMap<string, OnnxNode>;

/** Operators that pass the place of a class, or its name, on unchanged. */
const PASSING: readonly string[] = ['Identity', 'Cast', 'Reshape', 'Flatten', 'Squeeze', 'Unsqueeze'];

/** Types in which the place of a class, and a name of it, stay what they are. */
const KEEPING: readonly unknown[] = [1, 6, 7, 8, 11];

/** Operators that look an item of a list up by its place. */
const LOOKING_UP: readonly string[] = ['ai.onnx.ml.ArrayFeatureExtractor', 'Gather'];

/** Nodes in a row that pass something on: two or three in the files that are known. */
const MOST_PASSING = 12;

/** The most outputs of a graph: a classifier has its class and its numbers, and may have either in two forms. */
const MOST_ANSWERS = 8;

/** Finds the end of the layers of a graph. */
export function headOf(what: string, model: OnnxModel, constants: Constants): OnnxHead {
  const { makers } = model;
  if (model.outputs.length > MOST_ANSWERS) throw severalAnswers(what, model, makers);
  const answers = model.outputs.map((output) => answerOf(what, model, output, makers, constants));
  const [first, ...others] = new Set(answers.map(({ from }) => back(from, makers, ['Identity'])));
  if (first === undefined || others.length > 0) throw severalAnswers(what, model, makers);
  const [named, ...more] = answers.filter(({ names }) => names !== undefined);
  for (const { names = [], node } of more) {
    if (node === undefined || JSON.stringify(names) === JSON.stringify(named.names)) continue;
    const expected = `the classes ${describe(`${named.names}`)}, as the graph says elsewhere`;
    throw nodeFault(what, node, { expected, got: describe(`${names}`) });
  }
  const [answer] = answers;
  if (answer?.node !== undefined && !answers.some(({ isNumbers }) => isNumbers)) {
    const remedy = 'Export the probabilities as an output of the graph too.';
    throw nodeFault(what, answer.node, { expected: 'an output with a number for each class', got: 'the class alone', remedy });
  }
  const single = pairedWith(first, makers, constants);
  return { last: single ?? first, classNames: named?.names, isPair: single !== undefined };
}

/** The remedy where a graph has more than can be read. */
export function cutting({ inputs, outputs }: Pick<OnnxModel, 'inputs' | 'outputs'>): string {
  const [input, output] = [inputs[0], outputs[0]].map((name) => describe(name ?? ''));
  return `onnx.utils.extract_model('network.onnx', 'part.onnx', [${input}], [${output}])`;
}

/** The name from which `name` is passed on. */
function back(name: string, makers: Makers, passing: readonly string[]): string {
  let at = name;
  for (let step = 0; step < MOST_PASSING; step++) {
    const maker = makers.get(at);
    if (maker === undefined || !passing.includes(maker.operator)) break;
    if (maker.operator === 'Cast' && !KEEPING.includes(maker.attributes.get('to'))) break;
    at = maker.inputs[0] ?? '';
  }
  return at;
}

function answerOf(what: string, model: OnnxModel, output: string, makers: Makers, constants: Constants): Answer {
  const node = makers.get(back(output, makers, PASSING));
  if (node?.operator === 'ai.onnx.ml.ZipMap') {
    const names = node.lists.get('classlabels_strings') ?? node.lists.get('classlabels_int64s');
    return { isNumbers: true, from: node.inputs[0] ?? '', names: names?.map(String), node };
  }
  if (node?.operator === 'ai.onnx.ml.Binarizer') {
    const remedy = `Keep the numbers alone: ${cutting({ ...model, outputs: model.outputs.filter((other) => other !== output) })}.`;
    throw nodeFault(what, node, { expected: 'one class for each input', got: 'several classes at once', remedy });
  }
  if (node !== undefined && LOOKING_UP.includes(node.operator)) {
    const labels = constants.find(node.inputs[0] ?? '')?.labels;
    const place = makers.get(back(node.inputs[1] ?? '', makers, PASSING));
    if (labels !== undefined && place?.operator === 'ArgMax') {
      return { isNumbers: false, from: brightest(what, place), names: labels(), node };
    }
  }
  if (node?.operator === 'ArgMax') return { isNumbers: false, from: brightest(what, node), names: undefined, node };
  return { isNumbers: true, from: output, names: undefined, node: undefined };
}

/** The activations that ArgMax reads. */
function brightest(what: string, node: OnnxNode): string {
  const axis = node.attributes.get('axis') ?? 0;
  if (axis === 1 || axis === -1) return node.inputs[0] ?? '';
  throw nodeFault(what, node, { at: 'axis', expected: '1', got: `${axis}` });
}

/** The name p, where `name` is made of 1 - p and p. */
function pairedWith(name: string, makers: Makers, constants: Constants): string | undefined {
  const concat = makers.get(name);
  const [other = '', single = ''] = concat?.inputs ?? [];
  const axis = concat?.attributes.get('axis');
  if (concat?.operator !== 'Concat' || concat.inputs.length !== 2 || (axis !== 1 && axis !== -1)) return undefined;
  const difference = makers.get(other);
  const one = constants.find(difference?.inputs[0] ?? '')?.data;
  const isRest = difference?.operator === 'Sub' && difference.inputs[1] === single && one?.length === 1 && one[0] === 1;
  return isRest ? single : undefined;
}

function severalAnswers(what: string, model: OnnxModel, makers: Makers): FormatError {
  const made = model.outputs.slice(0, 4).map((output) => {
    const maker = makers.get(output);
    return `${describe(output)}${maker === undefined ? '' : ` (${nodeWords(maker)})`}`;
  });
  const more = model.outputs.length > made.length ? `, and ${model.outputs.length - made.length} more` : '';
  const got = made.length === 0 ? '0' : `${made.join(', ')}${more}`;
  const remedy = `Keep one: ${cutting(model)}. With skl2onnx: to_onnx(model, X, options={'zipmap': False}).`;
  return new FormatError(wording(`${what}: graph`, 'one input and one output of numbers', got, remedy), { offset: 0 });
}
