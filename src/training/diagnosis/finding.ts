// The findings of a diagnosis.

/** The kinds of findings: what may keep a network from learning. */
export type FindingKind =
  | 'inputScale'
  | 'constantInputs'
  | 'targetScale'
  | 'lossFit'
  | 'symmetry'
  | 'frozen'
  | 'deadNeurons'
  | 'saturation'
  | 'vanishing'
  | 'weightScale'
  | 'zeroBiases'
  | 'tooSimple'
  | 'oneClass'
  | 'decay'
  | 'dropout'
  | 'clipping'
  | 'schedule'
  | 'fewSteps'
  | 'rateTooHigh'
  | 'rateTooLow'
  | 'stalled';

/** One thing that keeps a network from learning. */
export interface Finding {
  /** The kind. */
  readonly kind: FindingKind;
  /** The index of the layer in `network.layers`, where it is about one. */
  readonly layer?: number | undefined;
  /** The indices of the neurons of that layer. */
  readonly neurons?: readonly number[] | undefined;
  /** The indices of the inputs. */
  readonly inputs?: readonly number[] | undefined;
  /** The indices of the outputs. */
  readonly outputs?: readonly number[] | undefined;
  /** A sentence on the cause, and what to do about it. */
  readonly message: string;
}

/** All findings; as text, a line for each. */
export interface Diagnosis extends ReadonlyArray<Finding> {
  /** The messages, one a line. */
  toString(): string;
}

/** The findings as an array that prints as text. */
export function diagnosisOf(findings: readonly Finding[]): Diagnosis {
  const text = findings.map(({ message }) => message).join('\n') || 'Nothing was found that keeps the network from learning.';
  const diagnosis = [...findings];
  // Not enumerable, so that it is compared and copied like any other array.
  Object.defineProperty(diagnosis, 'toString', { value: () => text });
  return Object.freeze(diagnosis);
}
