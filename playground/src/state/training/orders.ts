// What can be asked of the training.
import { fits, refit } from '../../model/refit';
import type { TrainingSpec } from '../../model/TrainingSpec';
import type { Amount } from '../../training/messages';
import { announce } from '../announcements';
import { shown } from '../network';
import { origin, replace } from '../replacing';
import { changeTraining, trainingSpec } from '../settings';
import { begin } from './beginning';
import { client } from './hearing';
import { lookAgain } from './looking';
import { failure, forgetCurve, refitted, running, speed } from './signals';

/** Trains: one batch, one epoch, or on and on. */
export function run(amount: Amount): void {
  failure.value = '';
  fitNetwork();
  if (!client.underWay) begin();
  running.value = true;
  client.send({ kind: 'run', amount });
}

/** Stops after the present step. */
export function pause(): void {
  running.value = false;
  client.send({ kind: 'pause' });
}

/** Trains with at most so many steps a second. */
export function setSpeed(stepsASecond: number): void {
  speed.value = stepsASecond;
  client.send({ kind: 'speed', stepsASecond });
}

/** Back to the knobs that this training began with; with the same settings it learns the same again, to the bit. */
export function reset(): void {
  pause();
  forgetCurve();
  client.send({ kind: 'reset' });
  lookAgain();
  announce('Back to the first step.');
}

/** Back to a moment that was kept. */
export function rewind(step: number): void {
  if (running.peek()) pause();
  client.send({ kind: 'rewind', step });
}

/** Forgets all that was learnt: fresh weights, by the training's seed. The network before can come back. */
export function startAfresh(): void {
  putFresh();
  announce('Fresh weights: the network knows nothing.');
}

/** Learns from other examples; the network gets the inputs and outputs that they need. */
export function learnFrom(source: TrainingSpec['source']): void {
  if (trainingSpec.peek().source === source) return;
  changeTraining({ source });
  fitNetwork();
}

function fitNetwork(): void {
  if (fits(shown.peek().network, trainingSpec.peek().source)) return;
  const { sizes } = putFresh();
  refitted.value = `The network is now ${sizes.join('-')}, with fresh weights: these examples have ${sizes[0]} inputs and ${sizes.at(-1)} answers. Its hidden layers are the same.`;
  announce(refitted.value);
}

function putFresh() {
  const { source, seed } = trainingSpec.peek();
  const from = origin.peek();
  const fresh = refit(shown.peek().network, source, seed, from.kind === 'built' ? from.spec.initializer : 'usual');
  replace(fresh.network, fresh.origin);
  return fresh.network;
}
