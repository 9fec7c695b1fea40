// The fields of a network or a classifier beside its layers, as JSON text and from parsed JSON.
import { isClassifier } from '../../classifier/isClassifier.js';
import type { Classifier, ClassifierOptions, TableClassifier } from '../../classifier/Reading.js';
import type { Network } from '../../model/Network.js';
import { fileError } from '../fileError.js';
import { sizeAt } from './jsonFields.js';
import { classNamesAt, columnNamesAt, namesText } from './namesText.js';
import { scalingAt, scalingText } from './scalingText.js';

/** A model that can be written. */
export type Model = Network | Classifier | TableClassifier;

/** The same from a file, unchecked. A field that an earlier version does not have is undefined, and one without a value is null. */
export interface ModelFields {
  readonly classNames?: unknown;
  readonly networkClassNames?: unknown;
  readonly columnNames?: unknown;
  readonly width?: unknown;
  readonly scaling?: unknown;
}

/** The network of a model. */
export function networkOf(model: Model): Network {
  return isClassifier(model) ? model.network : model;
}

/** Whether there are names that the first version of a format has no fields for. */
export function hasNames(model: Model): boolean {
  return networkOf(model).classNames !== undefined || model.columnNames !== undefined;
}

/**
 * The fields of a model before its layers, nothing for a network without names. Fields of names are there only if there are such names,
 * since readers of the first version know no others.
 */
export function modelText(model: Model): string {
  const own = namesText('classNames', model.classNames);
  const columns = `"columnNames": ${namesText('columnNames', model.columnNames)}`;
  if (!isClassifier(model)) return hasNames(model) ? `"classNames": ${own},\n${columns}` : '';
  const { scaling, width, network } = model;
  // The network's own names may differ from those with which the classifier answers.
  const more = `,\n"networkClassNames": ${namesText('network.classNames', network.classNames)},\n${columns}`;
  const scaled = scaling === undefined ? 'null' : scalingText(scaling);
  return `"classNames": ${own}${hasNames(model) ? more : ''},\n"width": ${width ?? null},\n"scaling": ${scaled}`;
}

/** Gives a network that was read the names that its file has for it, at a path. */
export function giveNames(path: string, fields: ModelFields, network: Network, kind: 'network' | 'classifier'): void {
  const [name, value] =
    kind === 'network' ? ['classNames', fields.classNames] : ['networkClassNames', fields.networkClassNames];
  const { inputs, outputs } = endsOf(network);
  network.classNames = classNamesAt(`${path}.${name}`, value, outputs);
  network.columnNames = columnNamesAt(`${path}.columnNames`, fields.columnNames, inputs);
}

/** The options of a classifier from the fields at a path of a file, for a network of such inputs and outputs. */
export function classifierOptionsAt(path: string, fields: ModelFields, network: Network): ClassifierOptions {
  const { inputs, outputs } = endsOf(network);
  const { width, scaling } = fields;
  const columnNames = columnNamesAt(`${path}.columnNames`, fields.columnNames, inputs);
  const given = classNamesAt(`${path}.classNames`, fields.classNames, outputs);
  const classes = outputs === 1 ? 2 : outputs;
  // Fewer names than classes belong to the network: a classifier has a name for each class.
  const own = given !== undefined && given.length < classes ? undefined : given;
  if (own === undefined && given?.some((name, index) => name !== network.classNames?.[index])) {
    throw fileError(`${path}.classNames`, `${classes} names, one for each class`, `${given.length}`);
  }
  return {
    classNames: own,
    columnNames,
    ...(scaling === undefined || scaling === null
      ? {}
      : { scaling: scalingAt(`${path}.scaling`, scaling, inputs, columnNames) }),
    ...(width === undefined || width === null ? {} : { width: widthAt(`${path}.width`, width, inputs) }),
  };
}

function endsOf({ sizes }: Network): { readonly inputs: number; readonly outputs: number } {
  return { inputs: sizes[0], outputs: sizes[sizes.length - 1] };
}

function widthAt(path: string, value: unknown, inputs: number): number {
  const width = sizeAt(path, value);
  if (inputs % width !== 0) throw fileError(path, `a whole part of ${inputs} inputs`, `${width}`);
  return width;
}
