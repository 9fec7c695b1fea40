// Other networks on the page: where the one shown comes from, and the one it took the place of.
import { computed, signal } from '@preact/signals';
import type { Network } from 'glassbox-nn';
import { buildNetwork, type NetworkSpec } from '../model/NetworkSpec';
import { type Origin, type ReadyName, ready, specOf } from '../model/origins';
import { readParameters } from '../model/parameters';
import { announce } from './announcements';
import { show, shown } from './network';
import { networkSpec } from './settings';

/** A network, where it comes from, and all its knobs as they were then. */
export interface Placed {
  readonly network: Network;
  readonly origin: Origin;
  readonly knobs: Float32Array;
}

const placed = signal<Placed>(place(shown.peek().network, { kind: 'ready', ready: 'trained' }));

/** The network that was shown before the present one, and can come back. */
export const before = signal<Placed | undefined>(undefined);

/** A network that something else put on the page. */
const ELSEWHERE: Origin = { kind: 'file', name: 'network.json' };

/** Where the network on the page comes from. */
export const origin = computed<Origin>(() => (placed.value.network === shown.value.network ? placed.value.origin : ELSEWHERE));

/** Whether its knobs are not those that it came with. */
export const changed = computed(() => {
  const { network } = shown.value;
  if (network !== placed.value.network) return true;
  const now = readParameters(network);
  return placed.value.knobs.some((knob, index) => knob !== now[index]);
});

/** Shows another network; the one before it can come back, unless it was built here and has learnt nothing. */
export function replace(network: Network, from: Origin): void {
  if (changed.peek() || origin.peek().kind !== 'built' || before.peek() === undefined) {
    before.value = { ...placed.peek(), network: shown.peek().network, origin: origin.peek() };
  }
  placed.value = place(network, from);
  show(network);
  // The form describes what is on the page.
  networkSpec.value = from.kind === 'built' ? from.spec : specOf(network);
}

/** Shows the network before the present one; the present one takes its place. */
export function undoReplacing(): void {
  const back = before.peek();
  if (back === undefined) return;
  before.value = { ...placed.peek(), network: shown.peek().network, origin: origin.peek() };
  placed.value = back;
  show(back.network);
  networkSpec.value = back.origin.kind === 'built' ? back.origin.spec : specOf(back.network);
  announce(`Back to the network of ${back.network.sizes.join('-')}.`);
}

/** Shows a ready network. */
export function showReady(name: ReadyName): void {
  replace(ready[name].build(), { kind: 'ready', ready: name });
  announce(`${ready[name].name}: ${ready[name].about}.`);
}

/** Builds the network that the settings describe, or these settings. */
export function build(spec: NetworkSpec = networkSpec.peek()): void {
  replace(buildNetwork(spec), { kind: 'built', spec });
  announce(
    `Built a network of ${spec.sizes.join('-')} with ${shown.peek().network.parameterCount} knobs. It has learnt nothing yet.`,
  );
}

function place(network: Network, from: Origin): Placed {
  return { network, origin: from, knobs: readParameters(network) };
}
