// A training of the bench, and the families that trainings come in.
import type { FindingKind, Network, TrainingOptions } from 'glassbox-nn';
import type { Task } from './tasks.js';

/** One training. */
export interface Case {
  /** The family it belongs to, and what it is in it. */
  readonly family: string;
  readonly name: string;
  /** The findings that name what is wrong with it, if it turns out sick. */
  readonly kinds: readonly FindingKind[];
  readonly task: Task;
  /** Makes the network as the training finds it. */
  readonly network: () => Network;
  readonly options: TrainingOptions & { readonly epochs: number };
}

/** What each case of a family may leave to the family. */
export type Variation = Omit<Case, 'family' | 'kinds'> & { readonly kinds?: readonly FindingKind[] };

/** The cases of a family. */
export function family(name: string, kinds: readonly FindingKind[], variations: readonly Variation[]): Case[] {
  return variations.map((variation) => ({ family: name, kinds, ...variation }));
}
