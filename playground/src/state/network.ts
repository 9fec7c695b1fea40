// The network on the page. Its knobs change in place, so a number that counts the changes tells the views to draw again.
import { signal } from '@preact/signals';
import type { Network } from 'glassbox-nn';
import { digitNetwork } from 'glassbox-nn/digits';

/** The network itself, and how often its knobs have changed: a new object at every change. */
export interface Shown {
  readonly network: Network;
  readonly revision: number;
}

/** What is shown; read `.value.network` inside a component or a computed signal, and it follows every change. */
export const shown = signal<Shown>({ network: digitNetwork(), revision: 0 });

/** Puts another network on the page. */
export function show(network: Network): void {
  shown.value = { network, revision: shown.peek().revision + 1 };
}

/** Tells everyone that knobs of the network were turned. */
export function touched(): void {
  show(shown.peek().network);
}
