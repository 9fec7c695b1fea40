// Which knobs differ between two moments of a network.
import type { Turned } from './messages';

/** The places whose numbers differ, and what they are in the second. */
export function differences(before: Float32Array, after: Float32Array): Turned {
  const places: number[] = [];
  after.forEach((value, place) => {
    if (!Object.is(value, before[place])) places.push(place);
  });
  return { places: Uint32Array.from(places), values: Float32Array.from(places, (place) => after[place] as number) };
}
