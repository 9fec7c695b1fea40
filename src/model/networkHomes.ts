// The remedies for options that belong to `train` or to the sizes and are given to a network. Short, since every network carries them.

const TRAINING =
  /^(iter|max_?iter|n_?epoch|epoch|batch|optim|solver|praxis|loss|cost|learn|lr$|rate|moment|nesterov|beta|eps|rho|weight_?decay|decay|l[12]|drop|clip|max_?norm|shuffle|valid|stop|early|slow|callback|on[A-Z]|log|verbose|metric|time|error|signal|history|schedul)/i;
const SIZES = /^(hidden_?(layer|size|unit)|layers$|units$|neurons$|sizes$|input|output_?(s$|size|dim))/i;

/** The remedy of such an option; undefined of one that is unknown. */
export function networkHome(name: string): string | undefined {
  if (/^activation/i.test(name)) return 'A network has two: hidden and output.';
  if (SIZES.test(name)) return 'The sizes say it, inputs first, outputs last: new Network([2, 16, 16, 1]).';
  if (!TRAINING.test(name)) return undefined;
  return 'It belongs to the training: train(network, data, { optimizer: adam({ learningRate: 0.01 }), epochs: 10, loss: crossEntropy }).';
}
