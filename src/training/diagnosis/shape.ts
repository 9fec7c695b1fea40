// Suspicions about the shape of the network: too deep for its activations, frozen layers, too few neurons.
import { isTrainable } from '../../learning/parameters.js';
import { isBuiltIn } from '../../model/activations/activation.js';
import { relu } from '../../model/activations/relu.js';
import { Layer, Network } from '../../model/typedBySizes.js';
import { bends, redrawn, SAME } from './redraw.js';
import type { Suspicion } from './suspicion.js';

/** Hidden layers of saturating activations, in which gradients may vanish. */
const DEEP = 3;

/** Neurons of hidden layers when more neurons are tried. */
const WIDE = 32;

/** Vanishing gradients: they get smaller with every layer. */
export function vanishing({ layers }: Network): Suspicion[] {
  const last = layers.length - 1;
  const saturating = layers
    .slice(0, -1)
    .filter(
      ({ activation }) => activation.kind === 'elementwise' && !activation.rectifier && !isBuiltIn(activation, 'identity'),
    );
  if (saturating.length < DEEP) return [];
  const names = [...new Set(saturating.map(({ activation }) => activation.name))].join(' and ');
  const message = `${saturating.length} hidden layers of ${names} are too deep: gradients vanish, since they get smaller with every layer, and hardly any reach the first. Take relu for the hidden layers (hidden: relu), or fewer of them.`;
  const activation = ({ activation: own }: Layer, index: number) => (index === last ? own : relu);
  return [
    {
      without: (trial) => ({ ...trial, network: () => redrawn(trial.network(), 1, { ...SAME, activation }) }),
      finding: { kind: 'vanishing', message },
    },
  ];
}

/** Frozen layers, where it would help if they learnt. */
export function frozenLayers({ layers }: Network): Suspicion[] {
  const frozen = layers.flatMap((layer, index) => (isTrainable(layer) ? [] : [index]));
  if (frozen.length === 0) return [];
  const message = `layers[${frozen.join('], layers[')}]: frozen, and what ${frozen.length === 1 ? 'it makes' : 'they make'} of the inputs does not tell the answers apart. unfreeze(layer) makes one that learns.`;
  return [
    {
      without: (trial) => ({ ...trial, network: () => redrawn(trial.network(), 1, { ...SAME, frozen: true }) }),
      finding: { kind: 'frozen', message },
    },
  ];
}

/** Too few hidden neurons, or linear ones alone. */
export function tooSimple(network: Network): Suspicion[] {
  const { layers, sizes } = network;
  const hidden = layers.slice(0, -1);
  const straight = !hidden.some(bends);
  if (!straight && hidden.every(({ outputs }) => outputs >= WIDE)) return [];
  const message =
    hidden.length === 0
      ? `A network without hidden layers tells apart only what a straight line parts. Give it one: new Network([${sizes[0]}, ${WIDE}, ${sizes.at(-1)}], { hidden: relu }).`
      : straight
        ? 'Hidden layers of identity bend nothing: together they are as one layer. Give them an activation, as hidden: relu.'
        : `Hidden layers of ${hidden.map(({ outputs }) => outputs).join(', ')} neurons are too few for these examples. Try ${WIDE} in each.`;
  const wider = (old: Network): Network => {
    if (hidden.length > 0) {
      return redrawn(old, 1, {
        ...SAME,
        width: ({ outputs }) => Math.max(outputs, WIDE),
        ...(straight && { activation: ({ activation }: Layer, index: number) => (index < hidden.length ? relu : activation) }),
        frozen: true,
      });
    }
    const { inputs, outputs, activation } = old.layers[0];
    return new Network([
      new Layer(inputs, WIDE, { activation: relu, seed: 1 }),
      new Layer(WIDE, outputs, { activation, seed: 2 }),
    ]);
  };
  return [
    { without: (trial) => ({ ...trial, network: () => wider(trial.network()) }), finding: { kind: 'tooSimple', message } },
  ];
}
