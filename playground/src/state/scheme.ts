// Whether the page is dark now: canvases are painted by numbers and cannot ask the style sheet.
import { computed, signal } from '@preact/signals';
import { palettes } from '../model/palettes';
import { scheme } from './schemeChoice';

const query = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined;

/** Whether the visitor's system asks for a dark page. */
const dark = signal(query?.matches ?? true);

query?.addEventListener('change', ({ matches }) => {
  dark.value = matches;
});

/** The colours that canvases are painted in. */
export const palette = computed(() => {
  const { value } = scheme;
  return palettes[value === 'system' ? (dark.value ? 'dark' : 'light') : value];
});
