// A second network beside the one on the page.
import { computed, signal } from '@preact/signals';
import type { Network } from 'glassbox-nn';
import { fromJson, toJson } from 'glassbox-nn/formats';
import { compare } from '../model/comparison';
import { buildNetwork } from '../model/NetworkSpec';
import { type ReadyName, ready, specOf } from '../model/origins';
import { announce } from './announcements';
import { shown } from './network';
import { activations, input } from './reading';
import { before, origin } from './replacing';

/** What can stand beside it. */
export type OtherName = ReadyName | 'untrained' | 'kept' | 'before';

/** What was chosen. */
export const otherName = signal<OtherName>('untrained');

/** A copy that was kept, and what it is called. */
export const kept = signal<{ readonly network: Network; readonly name: string } | undefined>(undefined);

/** Changes with the network itself, not with its knobs. */
const network = computed(() => shown.value.network);

/** The same sizes with fresh weights; built anew for other sizes alone. */
const untrained = computed(() => {
  const from = origin.value;
  return buildNetwork(from.kind === 'built' ? from.spec : specOf(network.value));
});

const built = new Map<ReadyName, Network>();

function readyNetwork(name: ReadyName): Network {
  const network = built.get(name) ?? ready[name].build();
  built.set(name, network);
  return network;
}

/** The network beside it; undefined if there is none of that kind yet. */
const other = computed<Network | undefined>(() => {
  const name = otherName.value;
  if (name === 'untrained') return untrained.value;
  if (name === 'kept') return kept.value?.network;
  return name === 'before' ? before.value?.network : readyNetwork(name);
});

/** Both answers; undefined where there is no second network, or it reads something else. */
export const comparison = computed(() => {
  const second = other.value;
  const { sizes } = shown.value.network;
  if (second === undefined || second.sizes[0] !== sizes[0] || second.sizes.at(-1) !== sizes.at(-1)) return undefined;
  return compare(activations.value.at(-1) as Float32Array, second.forward(input.value));
});

/** Keeps a copy of the network on the page, as it is now, to compare with. */
export function keepThisOne(): void {
  kept.value = { network: fromJson(toJson(network.peek())), name: network.peek().sizes.join('-') };
  otherName.value = 'kept';
  announce('Kept as B. Change the network, and compare.');
}
