// Suspicions about targets: not scaled, out of the range of the outputs, or nearly all of one class.
import type { Dataset } from '../../data/Dataset.js';
import { meanSquaredError } from '../../learning/losses/meanSquaredError.js';
import { type Activation, isBuiltIn } from '../../model/activations/activation.js';
import { identity } from '../../model/activations/identity.js';
import type { Layer } from '../../model/Layer.js';
import type { Network } from '../../model/Network.js';
import { placesIn } from '../../support/wording.js';
import type { Finding } from './finding.js';
import { redrawn, SAME } from './redraw.js';
import { scaledTargets } from './reference.js';
import { placesWhere } from './rows.js';
import { countsOf, targetsOf } from './skill.js';
import type { Suspicion } from './suspicion.js';
import type { Trial } from './trial.js';

/** How far the mean of an output's targets may be from 0, in standard deviations, and how large or small the deviation may be. */
const FAR = 3;
const LARGE = 3;
const SMALL = 0.05;

/** Shares of targets out of reach, and of one class, from which on a change is tried. */
const OUT = 0.05;
const LOPSIDED = 0.7;

/** Targets that should be scaled, if scaling helps. */
export function targetScale(network: Network, sample: Dataset): Suspicion[] {
  const last = network.layers[network.layers.length - 1];
  if (sample.targets === undefined || last.activation.kind === 'vector') return [];
  const { means, variances } = targetsOf(sample);
  const deviations = variances.map(Math.sqrt);
  const outputs = placesWhere(deviations, (deviation, place) => {
    if (deviation === 0) return false;
    const mean = Math.abs(means[place]);
    return mean > FAR * deviation || deviation > LARGE || deviation < SMALL;
  });
  const beyond = outOfReach(last, sample);
  if (outputs.length === 0 && beyond === undefined) return [];
  const first = outputs[0];
  const message =
    beyond ??
    `The targets of ${outputs.length} of ${deviations.length} outputs are not about 1: ${placesIn(outputs)}; output ${first} has mean ${short(means[first])} and deviation ${short(deviations[first])}. Scale the targets to mean 0 and deviation 1, and turn answers back: answer x deviation + mean.`;
  const finding: Finding = { kind: 'targetScale', ...(outputs.length > 0 && { outputs }), message };
  return [{ without: (trial) => withScaledTargets(trial), finding }];
}

/** A finding if the data has a single class, from which nothing can be learnt. */
export function singleClass({ labels, count }: Dataset): Finding[] {
  const label = labels?.[0];
  if (count < 2 || labels === undefined || labels.some((one) => one !== label)) return [];
  const message = `The data has a single class, ${label}: there is nothing to tell apart. Add examples of others.`;
  return [{ kind: 'oneClass', message }];
}

/** A class that outnumbers the others, if balancing the classes helps. */
export function lopsided({ labels }: Dataset): Suspicion[] {
  if (labels === undefined) return [];
  const [label, count] = [...countsOf(labels)].reduce((most, entry) => (entry[1] > most[1] ? entry : most));
  const share = count / labels.length;
  if (share < LOPSIDED) return [];
  const message = `The network passes over rare classes: ${Math.round(share * 100)}% of the examples are of class ${label}. Bring the classes into balance: take fewer examples of it, or the others several times (dataset.select).`;
  return [{ without: balanced, finding: { kind: 'oneClass', message } }];
}

/** The skill of the nearest outputs in reach: where targets are out of reach, not everything can be learnt. */
export function mostInReach(network: Network, sample: Dataset): number {
  const { activation } = network.layers[network.layers.length - 1];
  const { targets, targetWidth } = sample;
  if (targets === undefined || activation.kind === 'vector') return 1;
  const [least, most] = reachOf(activation);
  const { variances } = targetsOf(sample);
  const missed = new Float64Array(targetWidth);
  targets.forEach((target, index) => {
    const gap = target - Math.min(most, Math.max(least, target));
    missed[index % targetWidth] += (gap * gap) / sample.count;
  });
  const shares = [...missed].flatMap((square, place) =>
    variances[place] === 0 ? [] : [Math.max(0, 1 - square / variances[place])],
  );
  return shares.length === 0 ? 1 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** The range of an activation. */
function reachOf(activation: Activation): [least: number, most: number] {
  const [low, high] = [activation(-1e6), activation(1e6)];
  return [low > -10 ? Math.min(low, 0) : Number.NEGATIVE_INFINITY, high < 10 ? high : Number.POSITIVE_INFINITY];
}

function outOfReach({ activation }: Layer, sample: Dataset): string | undefined {
  if (activation.kind === 'vector') return undefined;
  const [least, most] = reachOf(activation);
  const { targets } = sample;
  const beyond = targets?.reduce((sum, target) => sum + (target < least - 0.01 || target > most + 0.01 ? 1 : 0), 0) ?? 0;
  if (beyond <= OUT * (targets?.length ?? 0)) return undefined;
  const reach = `${least === Number.NEGATIVE_INFINITY ? 'any number' : `numbers from ${short(least)}`}${most === Number.POSITIVE_INFINITY ? ' up' : ` to ${short(most)}`}`;
  return `${beyond} of ${targets?.length} targets are out of reach: ${activation.name} answers ${reach}. End the network with identity, or scale the targets.`;
}

function withScaledTargets(trial: Trial): Trial {
  const { learnt, measured, network, options } = trial;
  const numbers = targetsOf(learnt);
  const scaled = scaledTargets(learnt, numbers);
  const last = network().layers.length - 1;
  const bounded = !isBuiltIn(network().layers[last].activation, 'identity');
  return {
    ...trial,
    learnt: scaled,
    measured: measured === learnt ? scaled : scaledTargets(measured, numbers),
    ...(bounded && {
      network: () =>
        redrawn(network(), 1, { ...SAME, activation: ({ activation }, index) => (index === last ? identity : activation) }),
      options: { ...options, loss: meanSquaredError },
    }),
  };
}

function balanced(trial: Trial): Trial {
  const labels = trial.learnt.labels as Int32Array;
  const counts = countsOf(labels);
  const most = Math.max(...counts.values());
  const chosen: number[] = [];
  labels.forEach((label, place) => {
    const times = Math.max(1, Math.round(most / (counts.get(label) as number)));
    for (let time = 0; time < times; time++) chosen.push(place);
  });
  const learnt = trial.learnt.select(chosen);
  return { ...trial, learnt, measured: trial.measured };
}

function short(value: number): string {
  return Number(value.toPrecision(2)).toString();
}
