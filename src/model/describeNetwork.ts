// A network in a line of text.
import type { Layer } from './Layer.js';

/** `784-16-16-10, sigmoid, 12,544+16 + 256+16 + 160+10 = 13,002 parameters` */
export function describeNetwork(layers: readonly Layer[]): string {
  const sizes = [layers[0]?.inputs, ...layers.map((layer) => layer.outputs)].join('-');
  const names = layers.map((layer) => layer.activation.name);
  const activations = names.filter((name, index) => name !== names[index - 1]).join(' then ');
  const parts = layers.map(({ inputs, outputs }) => `${grouped(inputs * outputs)}+${grouped(outputs)}`).join(' + ');
  const total = layers.reduce((count, layer) => count + layer.parameterCount, 0);
  return `${sizes}, ${activations}, ${parts} = ${grouped(total)} parameters`;
}

/** A whole number with a comma between thousands. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
