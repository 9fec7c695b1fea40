// What an address holds of the page: all but the weights.
import { type NetworkSpec, TRAINED } from './NetworkSpec';
import type { ReadyName } from './origins';
import { type TrainingSpec, USUAL_TRAINING } from './TrainingSpec';

/** How the page chooses between dark and light. */
export const schemes = ['system', 'dark', 'light'] as const;

/** One of them. */
export type Scheme = (typeof schemes)[number];

/** A page, so that another can be made like it. */
export interface PageState {
  /** The network on the page: a ready one, or the one that `network` builds. */
  readonly shown: ReadyName | 'built';
  readonly network: NetworkSpec;
  readonly training: TrainingSpec;
  /** [784], the drawing, 0 to 255. */
  readonly drawing: Uint8Array;
  /** The open neuron: its layer, and its place in it. */
  readonly selected: { readonly layer: number; readonly neuron: number };
  readonly scheme: Scheme;
}

/** What the page begins with. */
export const FIRST: PageState = {
  shown: 'trained',
  network: TRAINED,
  training: USUAL_TRAINING,
  drawing: new Uint8Array(28 * 28),
  selected: { layer: 0, neuron: 0 },
  scheme: 'system',
};
