// How many of a kind are read rightly.
import { Random } from 'glassbox-nn';
import { recognize } from 'glassbox-nn/digits';
import type { Digit, Kind } from './Kind.js';

/** Of `digits`, one picture each: how many are read as what they are; of blank kinds, how many are not read at all. */
export function rightOf(kind: Kind, digits: readonly Digit[]): number {
  return digits.filter((digit, index) => {
    const { picture, label } = kind.make(digit, Random.stream(0, 'kinds', kind.name, index), index);
    return recognize(picture).digit === (label < 0 ? undefined : label);
  }).length;
}
