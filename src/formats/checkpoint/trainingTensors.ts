// The arrays of a training as tensors: the network's under their usual names, and those that only the training needs.
import { isTrainable } from '../../learning/parameters.js';
import type { Network } from '../../model/Network.js';
import type { DecisionStates } from '../../training/trainingState.js';
import { fileError } from '../fileError.js';
import type { SafetensorsTensor } from '../safetensors/safetensorsTypes.js';
import type { WrittenTensor } from '../safetensors/writeSafetensors.js';
import { CHECKPOINT_TENSORS } from './checkpointNames.js';
import { recordWidth } from './historyRows.js';

/** The name of the records. */
export const HISTORY = 'checkpoint.history';

/** The options that decide after every epoch, each of which may have a state. */
const DECISIONS = ['earlyStopping', 'reduceOnPlateau'] as const;

/** A name and a shape. */
type Form = Omit<WrittenTensor, 'numbers'>;

/** The arrays of a training. */
export interface TrainingArrays {
  /** Weights and biases of each layer. */
  readonly network: readonly Float32Array[];
  /** In the order of `Step.optimizerState`. */
  readonly optimizerState: readonly Float32Array[];
  /** Weights and biases of each layer after the best epoch; undefined where they are not kept. */
  readonly bestWeights: readonly Float32Array[] | undefined;
  /** [epochs, recordWidth] */
  readonly history: Float64Array;
  /** Without states where all records are kept. */
  readonly decisionStates: DecisionStates;
}

/** All arrays as tensors, to be written. A record has `width` numbers. */
export function tensorsOf(network: Network, arrays: TrainingArrays, width = recordWidth()): WrittenTensor[] {
  const { optimizerState, bestWeights, history, decisionStates } = arrays;
  const shape = [history.length / width, width];
  const forms = [
    ...networkForms(network),
    ...optimizerForms(network, optimizerState.length),
    ...(bestWeights ? bestForms(network) : []),
  ];
  const numbers = [...arrays.network, ...optimizerState, ...(bestWeights ?? [])];
  return [
    { name: HISTORY, shape, numbers: history },
    ...DECISIONS.flatMap((name) => {
      const state = decisionStates[name];
      return state === undefined
        ? []
        : [{ name: `${CHECKPOINT_TENSORS}${name}`, shape: [state.length], numbers: Float64Array.from(state) }];
    }),
    ...forms.map((form, index) => ({ ...form, numbers: numbers[index] })),
  ];
}

/** Reads all arrays, of a network of these sizes and an optimizer's state of so many arrays. None may be missing or left over. */
export function arraysFrom(
  what: string,
  tensors: ReadonlyMap<string, SafetensorsTensor>,
  network: Network,
  stateLength: number,
  width = recordWidth(),
): TrainingArrays {
  const left = new Map(tensors);
  const takeAny = (form: Form) => {
    const tensor = left.get(form.name);
    left.delete(form.name);
    return numbersOf(`${what}: '${form.name}'`, tensor, form);
  };
  // `numbersOf` has compared the types.
  const take = (form: Form) => takeAny(form) as Float32Array;
  const takeDoubles = (form: Form) => takeAny(form) as Float64Array;
  const takeState = (name: string) => {
    const tensor = tensors.get(name);
    return tensor && Array.from(takeDoubles({ name, shape: [tensor.data.length] }));
  };
  const hasBest = tensors.has(bestForms(network)[0].name);
  const rows = (tensors.get(HISTORY)?.data.length ?? 0) / width;
  const arrays = {
    history: takeDoubles({ name: HISTORY, shape: [rows, width] }),
    network: networkForms(network).map(take),
    optimizerState: optimizerForms(network, stateLength).map(take),
    decisionStates: Object.fromEntries(DECISIONS.map((name) => [name, takeState(`${CHECKPOINT_TENSORS}${name}`)])),
    bestWeights: hasBest ? bestForms(network).map(take) : undefined,
  };
  for (const name of left.keys()) throw fileError(what, 'the tensors of a checkpoint', `one more, '${name}'`);
  return arrays;
}

/** Whether a tensor holds float64 numbers, which may be NaN. */
function isDouble(name: string): boolean {
  return name === HISTORY || DECISIONS.some((decision) => name === `${CHECKPOINT_TENSORS}${decision}`);
}

/** Layers are numbered 0, 2, 4, ...: in PyTorch's `nn.Sequential` the activation behind each has a number too. */
function networkForms({ layers }: Network, prefix = ''): Form[] {
  return layers.flatMap(({ inputs, outputs }, index) => [
    { name: `${prefix}${2 * index}.weight`, shape: [outputs, inputs] },
    { name: `${prefix}${2 * index}.bias`, shape: [outputs] },
  ]);
}

function bestForms(network: Network): Form[] {
  return networkForms(network, `${CHECKPOINT_TENSORS}best.`);
}

/** `checkpoint.optimizer.0.` begins the names of each parameter's first number, `checkpoint.optimizer.1.` of its second. */
function optimizerForms(network: Network, count: number): Form[] {
  const formsOf = (slot: number) =>
    networkForms(network, `${CHECKPOINT_TENSORS}optimizer.${slot}.`).filter((_, index) =>
      isTrainable(network.layers[Math.floor(index / 2)]),
    );
  const perSlot = formsOf(0).length;
  if (perSlot === 0) return [];
  return Array.from({ length: count / perSlot }, (_, slot) => formsOf(slot)).flat();
}

function numbersOf(what: string, tensor: SafetensorsTensor | undefined, { name, shape }: Form): Float32Array | Float64Array {
  if (tensor === undefined) throw fileError(what, 'a tensor', 'none');
  const dtype = isDouble(name) ? 'F64' : 'F32';
  const [expected, got] = [`${dtype} [${shape.join(', ')}]`, `${tensor.dtype} [${tensor.shape.join(', ')}]`];
  if (got !== expected) throw fileError(what, expected, got);
  const place = isDouble(name) ? -1 : tensor.data.findIndex((number: number) => !Number.isFinite(number));
  if (place < 0) return tensor.data;
  throw fileError(`${what}[${place}]`, 'a finite number', `${tensor.data[place]}`);
}
