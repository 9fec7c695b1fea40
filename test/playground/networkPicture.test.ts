// What is shown of a network, where it stands, and where arrow keys lead.
import { Network } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { connections } from '../../playground/src/model/connections.js';
import { movedOnGrid } from '../../playground/src/model/gridKeys.js';
import { neighbour } from '../../playground/src/model/neighbour.js';
import { NEURON, networkLayout } from '../../playground/src/model/networkLayout.js';
import { type Slot, shownNeurons } from '../../playground/src/model/shownNeurons.js';

const covered = (slots: readonly Slot[]) =>
  slots.flatMap((slot) =>
    slot.kind === 'neuron'
      ? [slot.neuron]
      : Array.from({ length: slot.last - slot.first + 1 }, (_, index) => slot.first + index),
  );

describe('a column', () => {
  it('stands for all of its neurons in order, in no more places than there are, and shows the one that must be seen', () => {
    for (const count of [1, 5, 13, 14, 18, 64, 256]) {
      for (let seen = 0; seen < count; seen++) {
        const slots = shownNeurons(count, 13, seen);
        expect(slots.length).toBeLessThanOrEqual(13);
        expect(covered(slots)).toEqual(Array.from({ length: count }, (_, neuron) => neuron));
        expect(slots).toContainEqual({ kind: 'neuron', neuron: seen });
      }
    }
  });
});

describe('the layout', () => {
  it('keeps neurons apart and inside, at every width and for many columns', () => {
    for (const width of [250, 320, 660, 1200]) {
      for (const sizes of [
        [784, 16, 16, 10],
        [784, 10],
        [2, 256, 16, 2],
        [784, 64, 64, 64, 64, 64, 64, 10],
      ]) {
        const layout = networkLayout(sizes, width);
        const columns = layout.columns.map((column) => column[0]?.x ?? 0);
        expect(layout.columns.length).toBe(sizes.length - 1);
        for (const [index, x] of columns.entries()) {
          expect(x - NEURON / 2).toBeGreaterThanOrEqual(
            index === 0 ? layout.image : (columns[index - 1] as number) + NEURON / 2 - 0.01,
          );
          expect(x + NEURON / 2).toBeLessThan(width);
        }
        for (const column of layout.columns) {
          for (const { y } of column) {
            expect(y).toBeGreaterThanOrEqual(NEURON / 2);
            expect(y).toBeLessThanOrEqual(layout.height - NEURON / 2);
          }
        }
      }
    }
  });
});

describe('the lines', () => {
  it('have the sign of their weights, and leave out what is next to nothing', () => {
    const network = new Network([2, 2, 1]);
    network.layers[0].weights.set([1, -1, 0, 0.001]);
    network.layers[1].weights.set([-2, 2]);
    const lit = network.activations([1, 1]);
    const strands = connections(network as Network, lit, networkLayout([2, 2, 1], 500), { layer: 1, neuron: 0 });
    const count = (negative: boolean) =>
      strands.filter((strand) => strand.negative === negative).reduce((sum, { lines }) => sum + lines.length / 4, 0);
    expect([count(false), count(true)]).toEqual([2, 2]);
  });
});

describe('arrow keys', () => {
  it('lead from neuron to neuron and stop at the ends', () => {
    const columns = [16, 16, 10];
    expect(neighbour('ArrowUp', { layer: 0, neuron: 0 }, columns)).toEqual({ layer: 0, neuron: 0 });
    expect(neighbour('ArrowRight', { layer: 1, neuron: 15 }, columns)).toEqual({ layer: 2, neuron: 9 });
    expect(neighbour('ArrowRight', { layer: 2, neuron: 4 }, columns)).toEqual({ layer: 2, neuron: 4 });
    expect(neighbour('End', { layer: 1, neuron: 3 }, columns)).toEqual({ layer: 1, neuron: 15 });
    expect(neighbour('a', { layer: 1, neuron: 3 }, columns)).toBeUndefined();
  });

  it('move a cursor inside of its grid', () => {
    const size = { rows: 28, columns: 28 };
    expect(movedOnGrid('ArrowUp', { row: 0, column: 3 }, size)).toEqual({ row: 0, column: 3 });
    expect(movedOnGrid('ArrowRight', { row: 0, column: 27 }, size)).toEqual({ row: 0, column: 27 });
    expect(movedOnGrid('End', { row: 5, column: 3 }, size)).toEqual({ row: 5, column: 27 });
    expect(movedOnGrid('PageDown', { row: 5, column: 3 }, size)).toEqual({ row: 27, column: 3 });
    expect(movedOnGrid('x', { row: 5, column: 3 }, size)).toBeUndefined();
  });
});
