// Whether a change of the settings builds the network at once.
import { effect, signal } from '@preact/signals';
import { build } from './replacing';
import { networkSpec } from './settings';

/** Switched in the building panel. */
export const live = signal(false);

/** Builds at every change of the settings, while it is switched on. The spec built last is not built again. */
export function buildLive(): () => void {
  let last = networkSpec.peek();
  return effect(() => {
    const spec = networkSpec.value;
    if (spec === last) return;
    last = spec;
    if (live.peek()) build(spec);
  });
}
