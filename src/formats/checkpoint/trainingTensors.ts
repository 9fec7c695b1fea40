// The arrays of a training under their names: the network's as in any safetensors file, and beside them what training keeps.
import { isTrainable } from '../../learning/trainableLayers.js';
import type { Network } from '../../model/Network.js';
import type { Remembered } from '../../training/checkpoint.js';
import { fileError } from '../fileError.js';
import type { SafetensorsTensor } from '../safetensors/safetensorsTypes.js';
import type { WrittenTensor } from '../safetensors/writeSafetensors.js';
import { CHECKPOINT_TENSORS } from './checkpointNames.js';
import { RECORD_WIDTH } from './historyRows.js';

/** The name of the records. */
export const HISTORY = 'checkpoint.history';

/** A name and a shape. */
type Form = Omit<WrittenTensor, 'numbers'>;

/** What a training keeps, in arrays. */
export interface TrainingArrays {
  /** Weights and biases of each layer. */
  readonly network: readonly Float32Array[];
  /** The optimizer's memory, as learning/memory.ts orders it. */
  readonly memory: readonly Float32Array[];
  /** The network's weights and biases after its best epoch; undefined where they are not kept. */
  readonly best: readonly Float32Array[] | undefined;
  /** [epochs, RECORD_WIDTH] */
  readonly history: Float64Array;
  /** What early stopping and reduceOnPlateau remember of the records, where these are not kept. */
  readonly remembered: Remembered;
}

/** All arrays as tensors, to be written. */
export function tensorsOf(
  network: Network,
  { network: knobs, memory, best, history, remembered }: TrainingArrays,
): WrittenTensor[] {
  const shape = [history.length / RECORD_WIDTH, RECORD_WIDTH];
  const forms = [...networkForms(network), ...memoryForms(network, memory.length), ...(best ? bestForms(network) : [])];
  const arrays = [...knobs, ...memory, ...(best ?? [])];
  return [
    { name: HISTORY, shape, numbers: history },
    ...WATCHERS.flatMap((name) => {
      const numbers = remembered[name];
      return numbers === undefined
        ? []
        : [{ name: `${CHECKPOINT_TENSORS}${name}`, shape: [numbers.length], numbers: Float64Array.from(numbers) }];
    }),
    ...forms.map((form, index) => ({ ...form, numbers: arrays[index] })),
  ];
}

/** Reads all arrays, of a network of these sizes and an optimizer of so many arrays. None may be missing or left over. */
export function arraysFrom(
  what: string,
  tensors: ReadonlyMap<string, SafetensorsTensor>,
  network: Network,
  memories: number,
): TrainingArrays {
  const left = new Map(tensors);
  const take = (form: Form) => {
    const tensor = left.get(form.name);
    left.delete(form.name);
    return numbersOf(`${what}: '${form.name}'`, tensor, form);
  };
  const rememberedIn = (name: string) => {
    const tensor = tensors.get(name);
    return tensor && Array.from(take({ name, shape: [tensor.data.length] }));
  };
  const hasBest = tensors.has(bestForms(network)[0].name);
  const rows = (tensors.get(HISTORY)?.data.length ?? 0) / RECORD_WIDTH;
  const arrays = {
    history: take({ name: HISTORY, shape: [rows, RECORD_WIDTH] }) as Float64Array,
    network: networkForms(network).map(take) as Float32Array[],
    memory: memoryForms(network, memories).map(take) as Float32Array[],
    remembered: Object.fromEntries(WATCHERS.map((name) => [name, rememberedIn(`${CHECKPOINT_TENSORS}${name}`)])),
    best: hasBest ? (bestForms(network).map(take) as Float32Array[]) : undefined,
  };
  for (const name of left.keys()) throw fileError(what, 'the tensors of a checkpoint', `one more, '${name}'`);
  return arrays;
}

const WATCHERS = ['earlyStopping', 'reduceOnPlateau'] as const;

/** Whether a tensor holds float64 numbers, which may be NaN. */
function isDouble(name: string): boolean {
  return name === HISTORY || WATCHERS.some((watcher) => name === `${CHECKPOINT_TENSORS}${watcher}`);
}

/** The activation behind a layer takes a number too, as in PyTorch's `nn.Sequential`. */
function networkForms({ layers }: Network, prefix = ''): Form[] {
  return layers.flatMap(({ inputs, outputs }, index) => [
    { name: `${prefix}${2 * index}.weight`, shape: [outputs, inputs] },
    { name: `${prefix}${2 * index}.bias`, shape: [outputs] },
  ]);
}

function bestForms(network: Network): Form[] {
  return networkForms(network, `${CHECKPOINT_TENSORS}best.`);
}

function memoryForms(network: Network, count: number): Form[] {
  const slot = (index: number) => networkForms(network, `${CHECKPOINT_TENSORS}optimizer.${index}.`);
  const learning = (_: Form, index: number) => isTrainable(network.layers[Math.floor(index / 2)]);
  const perSlot = slot(0).filter(learning).length;
  if (perSlot === 0) return [];
  return Array.from({ length: count / perSlot }, (_, index) => slot(index).filter(learning)).flat();
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
