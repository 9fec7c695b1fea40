// Whether a change of the settings builds the network at once.
import { effect, signal } from '@preact/signals';
import { sameSpec } from '../model/NetworkSpec';
import { specOf } from '../model/origins';
import { shown } from './network';
import { build, origin } from './replacing';
import { networkSpec } from './settings';

/** Switched in the building panel. */
export const live = signal(false);

/** Builds at every change of the settings, while it is switched on; not where they describe the network that is on the page already. */
export function buildLive(): () => void {
  return effect(() => {
    const spec = networkSpec.value;
    const from = origin.peek();
    const present = from.kind === 'built' ? from.spec : specOf(shown.peek().network);
    if (live.peek() && !sameSpec(spec, present)) build(spec);
  });
}
