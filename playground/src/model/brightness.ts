// How bright a neuron is shown.

/** From 0 to 1. Activations beyond 1, as relu has them, are measured by the brightest of their column; negative ones by their size. */
export function brightnessOf(activation: number, column: ArrayLike<number>): number {
  let most = 1;
  for (let index = 0; index < column.length; index++) most = Math.max(most, Math.abs(column[index] as number));
  const share = Math.abs(activation) / most;
  return Number.isFinite(share) ? Math.min(1, share) : 1;
}
