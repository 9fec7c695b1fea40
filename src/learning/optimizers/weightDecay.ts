// Weight decay: every step takes a share of each parameter away, apart from the gradient.
const f = Math.fround;

/** w -= decay w, where decay is the learning rate times the weight decay. */
export function applyWeightDecay(parameters: Float32Array, decay: number): void {
  for (let i = 0; i < parameters.length; i++) parameters[i] = parameters[i] - f(decay * parameters[i]);
}
