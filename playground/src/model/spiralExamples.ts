// The two spirals of this page.
import type { Dataset } from 'glassbox-nn';
import { spirals } from 'glassbox-nn/data';

/** Two arms to learn from, and fresh points to judge by. */
export function spiralExamples(seed: number): { readonly learn: Dataset; readonly heldOut: Dataset } {
  return { learn: spirals({ count: 1000, turns: 1, seed }), heldOut: spirals({ count: 500, turns: 1, seed: seed + 1 }) };
}
