// Dark or light: as the system has it, or as the visitor chose, which this browser keeps.
import { effect, signal } from '@preact/signals';
import { type Scheme, schemes } from '../model/PageState';

const KEY = 'glassbox-nn-playground-scheme';

/** The one that is shown: the visitor's own, or that of a link. */
export const scheme = signal<Scheme>(kept());

/** Chooses one, for later visits too. A link's is shown, and not chosen. */
export function chooseScheme(chosen: Scheme): void {
  scheme.value = chosen;
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // A browser that keeps nothing still shows it.
  }
}

/** Tells the style sheet from now on. */
export function applyScheme(): void {
  effect(() => {
    document.documentElement.dataset.scheme = scheme.value;
  });
}

function kept(): Scheme {
  try {
    const text = localStorage.getItem(KEY);
    return schemes.find((one) => one === text) ?? 'system';
  } catch {
    return 'system';
  }
}
