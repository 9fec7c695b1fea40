// Data sets whose examples say which they are.
import { type Dataset, dataset } from 'glassbox-nn/data';
import { expect } from 'vitest';

/** `count` examples; number i is [i, -i], of class i modulo 3, with target [i]. */
export function numbered(count: number, kind: 'labels' | 'targets' = 'labels'): Dataset {
  const places = Array.from({ length: count }, (_, place) => place);
  const inputs = places.flatMap((place) => [place, -place]);
  return kind === 'labels'
    ? dataset({ inputs, width: 2, labels: places.map((place) => place % 3), classes: ['a', 'b', 'c'] })
    : dataset({ inputs, width: 2, targets: places.map((place) => place + 0.5) });
}

/** Which examples of {@link numbered} are there, and that their answers came along. */
export function placesOf(data: Dataset): number[] {
  return Array.from(data, ({ input, label, target }) => {
    if (label === undefined) expect(target[0]).toBe(input[0] + 0.5);
    else expect(label).toBe(input[0] % 3);
    expect(input[1] + input[0]).toBe(0);
    return input[0];
  });
}
