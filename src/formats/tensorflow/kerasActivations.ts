// What Keras calls each activation, and which settings make it ours.
//
// Source: the layers and activations of TensorFlow.js 4.22 and Keras 3, as their documentation lists them.
import { isBuiltIn } from '../../model/activations/activation.js';
import {
  elu,
  gelu,
  identity,
  type LayerActivation,
  leakyRelu,
  relu,
  sigmoid,
  softmax,
  softplus,
  tanh,
} from '../../model/activations/index.js';
import { describe } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import { type Fields, fieldOf, fieldsAt, numberAt, said, textAt } from './kerasFields.js';

/** Those that go by the same name there and here. */
const OF_ONE_NAME: readonly LayerActivation[] = [sigmoid, relu, tanh, softmax, elu, softplus];

/** How an activation is written: by the name in a Dense layer, or as a layer behind it. */
export type WrittenActivation = { readonly name: string } | { readonly className: string; readonly config: Fields };

/**
 * The activation as Keras has it; undefined for one of the user's own, and for gelu: TensorFlow.js saves its form by tanh as `gelu_new`, and
 * cannot load that name.
 */
export function writtenActivation(activation: LayerActivation): WrittenActivation | undefined {
  // By name, since the activation may come from another copy of this library.
  if (!isBuiltIn(activation)) return undefined;
  const { name } = activation;
  if (name === 'identity') return { name: 'linear' };
  if (name === 'leakyRelu') return { className: 'LeakyReLU', config: { alpha: 0.01 } };
  return OF_ONE_NAME.some((one) => one.name === name) ? { name } : undefined;
}

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
    case 'linear':
      return identity;
    case 'gelu_new':
      return gelu;
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
      const found = OF_ONE_NAME.find((activation) => activation.name === name);
      if (found !== undefined) return found;
      const known = OF_ONE_NAME.map((activation) => activation.name).join(', ');
      throw fileError(path, `linear, ${known} or gelu_new`, describe(name));
    }
  }
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
