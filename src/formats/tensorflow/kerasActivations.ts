// The activations of Keras, and the settings that make them ours.
import { elu, identity, type LayerActivation, leakyRelu, relu, softmax } from '../../model/activations/index.js';
import { hasField } from '../../support/hasField.js';
import { describe } from '../../support/wording.js';
import { BUILT_INS, KERAS } from '../activationFormats.js';
import { fileError } from '../fileError.js';
import { type Fields, fieldOf, fieldsAt, numberAt, said, textAt } from './kerasFields.js';

/** The name in a Dense layer; or a layer behind it; or why it cannot be written, and by which name it is read all the same. */
export type KerasForm =
  | string
  | { readonly className: string; readonly config: Fields }
  | { readonly cannot: string; readonly reads?: string };

/** The activation at a path: a name, or an object that stands for a function or a layer, as Keras 3 writes it. */
export function activationAt(path: string, value: unknown): LayerActivation {
  if (value === undefined || value === null) return identity;
  if (typeof value === 'string') return namedActivation(path, value);
  const fields = fieldsAt(path, value);
  const className = textAt(`${path}.class_name`, fieldOf(fields, 'class_name'));
  const config = fieldOf(fields, 'config');
  if (className === 'function') return namedActivation(`${path}.config`, textAt(`${path}.config`, config));
  const found = activationLayer(`${path}.config`, className, fieldsAt(`${path}.config`, config));
  if (found !== undefined) return found;
  throw fileError(`${path}.class_name`, 'an activation that this library has', describe(className));
}

function namedActivation(path: string, name: string): LayerActivation {
  switch (name) {
    case 'gelu':
      throw fileError(
        path,
        "gelu by tanh, 'gelu_new'",
        "'gelu'",
        'It is the form by the error function, which this library has not.',
      );
    case 'leaky_relu':
      throw fileError(path, 'a leak of 0.01', "'leaky_relu', which leaks 0.2", 'A LeakyReLU layer can say how much it leaks.');
    default: {
      const found = Object.entries(KERAS).find(([, form]) => readName(form) === name);
      if (found !== undefined) return BUILT_INS[found[0] as keyof typeof BUILT_INS];
      const known = Object.values(KERAS).flatMap((form) => readName(form) ?? []);
      throw fileError(path, `${known.slice(0, -1).join(', ')} or ${known.at(-1)}`, describe(name));
    }
  }
}

/** The name that a form is read by, if it has one. */
function readName(form: KerasForm): string | undefined {
  if (typeof form === 'string') return form;
  return hasField(form, 'reads') ? form.reads : undefined;
}

/** The activation that a layer of this class is; undefined if it is another kind of layer. */
export function activationLayer(path: string, className: string, config: Fields): LayerActivation | undefined {
  const setting = (name: string, usual: number, wanted: number): void => {
    const given = numberAt(`${path}.${name}`, fieldOf(config, name), usual);
    if (Math.fround(given) !== Math.fround(wanted)) throw fileError(`${path}.${name}`, `${wanted}`, `${given}`);
  };
  switch (className) {
    case 'Activation':
      return activationAt(`${path}.activation`, fieldOf(config, 'activation'));
    case 'ReLU': {
      const most = fieldOf(config, 'max_value');
      if (isGiven(most)) throw fileError(`${path}.max_value`, 'none', said(most));
      setting('negative_slope', 0, 0);
      setting('threshold', 0, 0);
      return relu;
    }
    case 'LeakyReLU':
      // The old word, and Keras 3's. Where both are, either may be the one that counts.
      setting('negative_slope', 0.01, 0.01);
      setting('alpha', isGiven(fieldOf(config, 'negative_slope')) ? 0.01 : 0.3, 0.01);
      return leakyRelu;
    case 'ELU':
      setting('alpha', 1, 1);
      return elu;
    case 'Softmax': {
      const axis = fieldOf(config, 'axis') ?? -1;
      if (axis !== -1 && axis !== 1) throw fileError(`${path}.axis`, '-1', said(axis));
      return softmax;
    }
    default:
      return undefined;
  }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
