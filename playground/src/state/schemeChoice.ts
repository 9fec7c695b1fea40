// Dark or light: as the system has it, or as the visitor chose, which this browser keeps.
import { effect, signal } from '@preact/signals';
import { type Scheme, schemes } from '../model/PageState';

const KEY = 'glassbox-nn-playground-scheme';

/** What was chosen. */
export const scheme = signal<Scheme>(kept());

/** Tells the style sheet, and keeps it, from now on. */
export function applyScheme(): void {
  effect(() => {
    const chosen = scheme.value;
    document.documentElement.dataset.scheme = chosen;
    try {
      localStorage.setItem(KEY, chosen);
    } catch {
      // A browser that keeps nothing still shows it.
    }
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
