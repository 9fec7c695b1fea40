// The layers of a model.json in the order in which numbers pass them.
import { describe } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import { type Fields, fieldOf, fieldsAt, listAt, textAt } from './kerasFields.js';

/** A layer as the file has it. */
export interface KerasLayer {
  /** The path of its settings. */
  readonly path: string;
  readonly className: string;
  readonly name: string;
  readonly config: Fields;
}

/** A layer of a functional model, and the layer from which it takes its inputs. */
interface Linked {
  readonly layer: KerasLayer;
  readonly takes: string | undefined;
}

const IN_A_ROW = 'Only layers in a row can be read.';

/** The layers of a model that is Sequential, or functional in a row, each with a name of its own. */
export function layersInRow(path: string, value: unknown): KerasLayer[] {
  const row = rowOf(path, value);
  const names = new Set<string>();
  for (const { path: place, name } of row) {
    // By its name a layer finds its weights.
    if (names.has(name)) throw fileError(`${place}.name`, 'a name of its own', `${describe(name)} again`);
    names.add(name);
  }
  return row;
}

function rowOf(path: string, value: unknown): KerasLayer[] {
  const given = fieldsAt(path, value);
  // Python's Keras wraps what TensorFlow.js writes as it is.
  const wrapped = fieldOf(given, 'model_config');
  const [place, topology] =
    wrapped === undefined ? [path, given] : [`${path}.model_config`, fieldsAt(`${path}.model_config`, wrapped)];
  const className = textAt(`${place}.class_name`, fieldOf(topology, 'class_name'));
  const config = fieldOf(topology, 'config');
  if (className === 'Sequential') {
    // Early versions of Keras write the list alone.
    if (Array.isArray(config)) return listOf(`${place}.config`, config);
    const settings = fieldsAt(`${place}.config`, config);
    const [first, ...others] = listOf(`${place}.config.layers`, fieldOf(settings, 'layers'));
    // The first layer may have no shape: then the shape for which the model was built is used.
    const shape = fieldOf(settings, 'build_input_shape');
    if (first === undefined || !Array.isArray(shape) || Object.hasOwn(first.config, 'batch_shape'))
      return first ? [first, ...others] : [];
    return [{ ...first, config: { batch_input_shape: shape, ...first.config } }, ...others];
  }
  if (className === 'Model' || className === 'Functional')
    return sorted(`${place}.config`, fieldsAt(`${place}.config`, config));
  throw fileError(`${place}.class_name`, 'Sequential, Model or Functional', describe(className));
}

function listOf(path: string, value: unknown): KerasLayer[] {
  return listAt(path, value).map((item, index) => layerAt(`${path}[${index}]`, fieldsAt(`${path}[${index}]`, item)));
}

function layerAt(path: string, fields: Fields): KerasLayer {
  const config = fieldsAt(`${path}.config`, fieldOf(fields, 'config'));
  return {
    path: `${path}.config`,
    className: textAt(`${path}.class_name`, fieldOf(fields, 'class_name')),
    name: textAt(`${path}.config.name`, fieldOf(config, 'name')),
    config,
  };
}

/** The layers of a functional model, from its input layer to its output layer. */
function sorted(path: string, config: Fields): KerasLayer[] {
  const linked = listAt(`${path}.layers`, fieldOf(config, 'layers')).map((item, index): Linked => {
    const place = `${path}.layers[${index}]`;
    const fields = fieldsAt(place, item);
    const nodes = listAt(`${place}.inbound_nodes`, fieldOf(fields, 'inbound_nodes'));
    return { layer: layerAt(place, fields), takes: takenAt(`${place}.inbound_nodes`, nodes) };
  });
  const after = new Map<string | undefined, KerasLayer>();
  for (const { layer, takes } of linked) {
    if (after.has(takes)) {
      const what = takes === undefined ? 'one input' : `one layer behind ${describe(takes)}`;
      throw fileError(`${path}.layers`, what, 'two', IN_A_ROW);
    }
    after.set(takes, layer);
  }
  const row: KerasLayer[] = [];
  for (let next = after.get(undefined); next !== undefined && row.length < linked.length; next = after.get(next.name))
    row.push(next);
  if (row.length !== linked.length || row.length === 0) {
    throw fileError(`${path}.layers`, `${linked.length} layers in a row`, `a row of ${row.length}`, IN_A_ROW);
  }
  const outputs = fieldOf(config, 'output_layers');
  const last = row[row.length - 1].name;
  const answers = textsIn(listAt(`${path}.output_layers`, outputs), 2);
  if (answers.length !== 1 || answers[0] !== last) {
    throw fileError(
      `${path}.output_layers`,
      `${describe(last)}, the last layer, alone`,
      answers.join(', ') || 'none',
      IN_A_ROW,
    );
  }
  return row;
}

/** The one layer from which a layer takes its inputs: [[["dense", 0, 0, {}]]], or Keras 3's tensors with a history. */
function takenAt(path: string, nodes: readonly unknown[]): string | undefined {
  if (nodes.length === 0) return undefined;
  if (isTraining(nodes, 6)) {
    const remedy = 'It would leave out neurons in every answer: call the layer without training=True.';
    throw fileError(path, 'a layer that answers as it does after training', 'training: true', remedy);
  }
  const names = nodes.flatMap((node) => (Array.isArray(node) ? textsIn(node, 2) : historiesIn(node, 8)));
  if (nodes.length === 1 && names.length === 1) return names[0];
  throw fileError(path, 'the outputs of one layer, taken once', names.join(', ') || 'none', IN_A_ROW);
}

/** Whether a layer is called as in training, wherever that stands. */
function isTraining(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null || depth === 0) return false;
  const own = fieldOf(value, 'training');
  if (own !== undefined && own !== null && own !== false) return true;
  return Object.values(value).some((inner) => isTraining(inner, depth - 1));
}

/** All texts in an array, and in arrays in it, so deep. */
function textsIn(values: readonly unknown[], depth: number): string[] {
  return values.flatMap((value) => {
    if (Array.isArray(value)) return depth > 0 ? textsIn(value, depth - 1) : [];
    return typeof value === 'string' ? [value] : [];
  });
}

/** The names in each `keras_history`, wherever it stands. */
function historiesIn(value: unknown, depth: number): string[] {
  if (typeof value !== 'object' || value === null || depth === 0) return [];
  if (Object.hasOwn(value, 'keras_history')) {
    const history = fieldOf(value, 'keras_history');
    return Array.isArray(history) ? textsIn(history, 0) : [];
  }
  return Object.values(value).flatMap((inner) => historiesIn(inner, depth - 1));
}
