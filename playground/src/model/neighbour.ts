// Where an arrow key leads from a neuron.

/** The neuron that a key leads to, in columns of these sizes; undefined for keys that do not move. */
export function neighbour(
  key: string,
  { layer, neuron }: { readonly layer: number; readonly neuron: number },
  columns: readonly number[],
): { readonly layer: number; readonly neuron: number } | undefined {
  const last = (columns[layer] as number) - 1;
  const inColumn = (next: number) => {
    if (next === layer) return { layer, neuron };
    // The same height of a column that is longer or shorter.
    const end = (columns[next] as number) - 1;
    return { layer: next, neuron: last === 0 ? 0 : Math.round((neuron / last) * end) };
  };
  switch (key) {
    case 'ArrowUp':
      return { layer, neuron: Math.max(0, neuron - 1) };
    case 'ArrowDown':
      return { layer, neuron: Math.min(last, neuron + 1) };
    case 'ArrowLeft':
      return inColumn(Math.max(0, layer - 1));
    case 'ArrowRight':
      return inColumn(Math.min(columns.length - 1, layer + 1));
    case 'Home':
      return { layer, neuron: 0 };
    case 'End':
      return { layer, neuron: last };
    default:
      return undefined;
  }
}
