// One example, and what it would change: backpropagation, layer by layer.
export function Nudges() {
  return null;
}
