// The kinds of models that a file of another format can be read as.
import type { Scaling } from '../data/Scaling.js';
import { lastActivation } from '../learning/checkFit.js';
import type { Network } from '../model/typedBySizes.js';
import { ArgumentError, FormatError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';
import type { LinearScaling } from './linearScaling.js';

/** A network and the scaling of its inputs, side by side: for one that answers a quantity, which makes no classifier. */
export interface ScaledNetwork {
  /** The network, which takes inputs that are scaled. */
  readonly network: Network;
  /** The scaling of an input before the network sees it: `network.forward(scaling.applyInput(input))`. */
  readonly scaling: Scaling;
}

/** The type that a reader returns for a kind: a network if the kind is undefined or left out. */
export type ModelOf<Models, Kind extends keyof Models | undefined> = Models[Kind extends keyof Models
  ? Kind
  : 'network' & keyof Models];

/** Throws unless the kind is that of a network or of a classifier. */
export function checkKind(
  what: string,
  kind: unknown,
  kinds = "'network' or 'classifier'",
): asserts kind is 'network' | 'classifier' {
  if (kind === 'network' || kind === 'classifier') return;
  throw new ArgumentError(wording(what, kinds, describe(kind)));
}

/** The error for a file of one kind that is read as the kind that was asked for. Scaling and names must not be lost without an error. */
export function otherKind(
  reader: string,
  found: 'network' | 'classifier' | 'regressor',
  asked: 'network' | 'classifier' | 'regressor' | 'scaled' = found === 'network' ? 'classifier' : 'network',
): FormatError {
  if (found === 'regressor' || asked === 'regressor') {
    const call = found === 'network' ? `${reader}(bytes)` : `${reader}(bytes, { kind: '${found}' })`;
    return new FormatError(wording(reader, `a ${asked}`, `a ${found}`, `Load it with ${call}.`));
  }
  const [wanted, remedy] =
    found === 'network'
      ? ['a classifier', `Load it with ${reader}(bytes), and add scaling and names with classifier(network, ...).`]
      : [
          'a network alone',
          `It scales its inputs or names its classes: load it with ${reader}(bytes, { kind: 'classifier' }).`,
        ];
  return new FormatError(wording(reader, wanted, `a ${found}`, remedy));
}

/** The scaling that is read beside the network, if `kind` is `'scaled'`: of a network that answers a quantity it must be. */
export function scalingBeside(
  reader: string,
  network: Network,
  kind: string,
  scaling: LinearScaling | undefined,
): LinearScaling | undefined {
  if (kind === 'scaled') {
    if (scaling !== undefined) return scaling;
    throw new FormatError(
      wording(reader, 'a network that scales its inputs', 'one that does not', `Load it with ${reader}(bytes).`),
    );
  }
  const { range } = lastActivation(network);
  if (scaling === undefined || range !== 'any' || network.sizes[network.sizes.length - 1] !== 1) return undefined;
  const remedy = `Load it with ${reader}(bytes, { kind: 'scaled' }), which gives { network, scaling }.`;
  throw new FormatError(wording(reader, `a ${kind}`, 'a network that scales its inputs and answers a quantity', remedy));
}
