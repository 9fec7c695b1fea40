// The page's address: read when the page begins, and written when what it holds has changed.
import { computed, effect } from '@preact/signals';
import { readAddress, writeAddress } from '../model/address';
import { sameSpec } from '../model/NetworkSpec';
import { specOf } from '../model/origins';
import { FIRST, type PageState } from '../model/PageState';
import { suitedSource } from '../model/refit';
import { drawing } from './drawing';
import { live } from './live';
import { shown } from './network';
import { notices, notify } from './notices';
import { keepForUndo } from './pen';
import { build, changed, origin, showReady } from './replacing';
import { scheme } from './schemeChoice';
import { open, selected } from './selection';
import { networkSpec, trainingSpec } from './settings';

const PAUSE = 400; // milliseconds; some browsers refuse more than a hundred new addresses in half a minute

/** All that an address can hold of the page now. */
const pageState = computed<PageState>(() => {
  const from = origin.value;
  return {
    shown: from.kind === 'ready' ? from.ready : 'built',
    network: from.kind === 'built' ? from.spec : from.kind === 'file' ? specOf(shown.value.network) : networkSpec.value,
    training: trainingSpec.value,
    drawing: Uint8Array.from(drawing.value, (value) => Math.round(value * 255)),
    selected: selected.value,
    scheme: scheme.value,
  };
});

/** The address's part after #; a text, so that what does not change it, as a step of training, wakes no one. */
const address = computed(() => writeAddress(pageState.value));

/** What a link to this page does not bring along, in a sentence; undefined where it brings all. */
export const notInLink = computed(() =>
  changed.value || origin.value.kind === 'file'
    ? 'Weights are not in the link: who opens it gets the network as it was built. Save the file to hand on what it has learnt.'
    : undefined,
);

/** The address of the page as it is now. */
export function link(): string {
  return `${location.href.split('#', 1)[0]}#${address.peek()}`;
}

/** Makes the page as its address says. */
export function followAddress(): void {
  const hash = location.hash.slice(1);
  if (hash === '') return;
  const { state, refused } = readAddress(hash);
  if (state.shown === 'built') build(state.network);
  else {
    if (state.shown !== pageState.peek().shown) showReady(state.shown);
    // The form may describe another network than the one that is shown, unless it builds what it describes.
    if (!live.peek() && !sameSpec(state.network, FIRST.network)) networkSpec.value = state.network;
  }
  trainingSpec.value = { ...state.training, source: suitedSource(shown.peek().network, state.training.source) };
  const drawn = Float32Array.from(state.drawing, (value) => value / 255);
  if (drawn.some((value, pixel) => value !== drawing.peek()[pixel])) {
    if (drawing.peek().some((value) => value > 0)) keepForUndo();
    drawing.value = drawn;
  }
  open(state.selected.layer, state.selected.neuron);
  if (state.scheme !== 'system') scheme.value = state.scheme;
  if (refused.length > 0) notify(...refused, 'The rest of the address was used.');
  else if (notices.peek().length > 0) notify();
}

/** Keeps the address and the page in step from now on. */
export function keepAddress(): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  addEventListener('hashchange', followAddress);
  effect(() => {
    const text = address.value;
    clearTimeout(waiting);
    waiting = setTimeout(
      () => history.replaceState(null, '', text === '' ? location.pathname + location.search : `#${text}`),
      PAUSE,
    );
  });
}
