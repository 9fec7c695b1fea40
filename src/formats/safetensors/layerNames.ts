// The tensors of each layer of a file, and the layer's name.
import { describe } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import type { SafetensorsTensor } from './safetensorsTypes.js';

/** The tensors of one layer. At least one of the two is there. */
export interface NamedLayer {
  /** The part of the file's name before `.weight`: `module.fc1`. It is '' for the name `weight`, which a lone `nn.Linear` has. */
  readonly stem: string;
  /** The same without the names of wrappers: `fc1`. No two layers share it. */
  readonly name: string;
  readonly weight: SafetensorsTensor | undefined;
  readonly bias: SafetensorsTensor | undefined;
}

/** Names that torch.compile and DataParallel put before the names of the module they wrap, which may be a part of a model. */
const WRAPPERS: readonly string[] = ['_orig_mod', 'module'];

/** A name that many programs give the whole network. If all layers' names begin with it, it is no part of a layer's name. */
const WHOLE = 'model';

/**
 * The tensors of a file and those that `save_model` of safetensors left out because they are the same as another one: its metadata
 * then has the name of the one that is missing, with the name of the one that is there. (Without this, shared biases would read as 0.)
 */
export function withShared(
  tensors: ReadonlyMap<string, SafetensorsTensor>,
  metadata: ReadonlyMap<string, string>,
): Map<string, SafetensorsTensor> {
  const all = new Map(tensors);
  for (const [missing, kept] of metadata) {
    const tensor = tensors.get(kept);
    if (tensor !== undefined && !tensors.has(missing)) all.set(missing, tensor);
  }
  return all;
}

/** The layers of a file, in the order of their first tensors. */
export function namedLayers(what: string, tensors: ReadonlyMap<string, SafetensorsTensor>): NamedLayer[] {
  const stems = [...new Set([...tensors.keys()].map((tensor) => stemOf(what, tensor)))];
  const short = shortened(stems.map(unwrapped));
  // Where two layers would share a name, the wrapper tells them apart.
  const names = new Set(short).size === stems.length ? short : stems;
  return stems.map((stem, index) => ({
    stem,
    name: names[index],
    weight: tensors.get(tensorName(stem, 'weight')),
    bias: tensors.get(tensorName(stem, 'bias')),
  }));
}

/** The name of a layer's tensor in the file. */
export function tensorName(stem: string, part: 'weight' | 'bias'): string {
  return stem === '' ? part : `${stem}.${part}`;
}

/** The part of a name before `weight` or `bias`. */
function stemOf(what: string, tensor: string): string {
  const match = /^(?:(.+)\.)?(?:weight|bias)$/s.exec(tensor);
  if (match !== null) return match[1] ?? '';
  throw fileError(
    `${what}: ${describe(tensor)}`,
    "a name that ends in '.weight' or '.bias'",
    'another',
    'Only dense layers can be read.',
  );
}

/** A name in parts, without those of wrappers. */
function unwrapped(stem: string): string[] {
  return stem.split('.').filter((part) => !WRAPPERS.includes(part));
}

/** The names without the name of the whole network, if all of them begin with it. */
function shortened(names: readonly string[][]): string[] {
  let from = 0;
  while (names.length > 0 && names.every((parts) => parts[from] === WHOLE)) from++;
  return names.map((parts) => parts.slice(from).join('.'));
}
