// What a classifier has beside its network, as JSON text and from parsed JSON.
import type { Classifier, ClassifierOptions } from '../../classifier/Reading.js';
import type { Network } from '../../model/Network.js';
import { describe } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import { arrayAt, sizeAt } from './jsonFields.js';
import { scalingAt, scalingText } from './scalingText.js';

/** The fields of a classifier before its layers. */
export function classifierText({ scaling, classNames, width }: Classifier): string {
  const names = JSON.stringify(classNames ?? null);
  const scaled = scaling === undefined ? 'null' : scalingText('scaling', scaling);
  return `"classNames": ${names},\n"width": ${width ?? null},\n"scaling": ${scaled}`;
}

/** The same from the fields at a path of a file, for a network of such inputs and outputs. */
export function classifierOptionsAt(
  path: string,
  fields: { readonly classNames: unknown; readonly width: unknown; readonly scaling: unknown },
  { sizes }: Network,
): ClassifierOptions {
  const [inputs, outputs] = [sizes[0] as number, sizes[sizes.length - 1] as number];
  const options: { -readonly [Name in keyof ClassifierOptions]: ClassifierOptions[Name] } = {};
  if (fields.classNames !== null)
    options.classNames = namesAt(`${path}.classNames`, fields.classNames, outputs === 1 ? 2 : outputs);
  if (fields.scaling !== null) options.scaling = scalingAt(`${path}.scaling`, fields.scaling, inputs);
  if (fields.width !== null) options.width = widthAt(`${path}.width`, fields.width, inputs);
  return options;
}

function namesAt(path: string, value: unknown, classes: number): string[] {
  const seen = new Set<string>();
  return arrayAt(path, value, classes).map((name, index) => {
    if (typeof name !== 'string') throw fileError(`${path}[${index}]`, 'a name', describe(name));
    if (seen.has(name)) throw fileError(`${path}[${index}]`, 'a name no other class has', `${describe(name)} again`);
    seen.add(name);
    return name;
  });
}

function widthAt(path: string, value: unknown, inputs: number): number {
  const width = sizeAt(path, value);
  if (inputs % width !== 0) throw fileError(path, `a whole part of ${inputs} inputs`, `${width}`);
  return width;
}
