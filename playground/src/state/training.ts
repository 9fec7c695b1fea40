// The training of the network on the page: what is known of it, and what can be asked of it.
import { effect, signal, untracked } from '@preact/signals';
import { toJson } from 'glassbox-nn/formats';
import { appended, type CurvePoint, meanPoint } from '../model/curve';
import { readParameters, writeParameters } from '../model/parameters';
import { fits, refit, suitedSource } from '../model/refit';
import { differences } from '../training/differences';
import type { Amount, EpochResult, Look, Progress, Report } from '../training/messages';
import { type Line, TrainerClient } from '../training/TrainerClient';
import { announce } from './announcements';
import { show, shown, touched } from './network';
import { ownDigits } from './ownDigits';
import { changeTraining, trainingSpec } from './settings';

/** Where it stands; undefined before the first training of this network. */
export const progress = signal<Progress | undefined>(undefined);
/** How many examples there are; undefined until they are there. */
export const examples = signal<{ readonly examples: number; readonly heldOut: number } | undefined>(undefined);
/** The course of cost and accuracy so far. */
export const curve = signal<readonly CurvePoint[]>([]);
/** What the passes came to. */
export const epochs = signal<readonly EpochResult[]>([]);
/** Steps that one can go back to. */
export const moments = signal<readonly number[]>([0]);
/** The last look at the mistakes. */
export const look = signal<Look | undefined>(undefined);
/** What went wrong, in words. */
export const failure = signal('');
/** Whether it is to train: from the press of the button, before the worker answers. */
export const running = signal(false);
/** Steps a second at most. */
export const pace = signal(Number.POSITIVE_INFINITY);
/** What was done to the network so that it fits the examples; empty if nothing was. */
export const refitted = signal('');

const REST = 100; // milliseconds between two pictures at least: ten a second look alive and leave time for everything else
const client = new TrainerClient(
  () => new Worker(new URL('../training/trainer.worker.ts', import.meta.url), { type: 'module' }) as unknown as Line,
  hear,
);
let known = { network: shown.peek().network, parameters: new Float32Array() };
let turns = 0;
let watching = false;

function hear(report: Report): void {
  if (report.kind === 'progress') draw(report.progress);
  else if (report.kind === 'ready') examples.value = report;
  else if (report.kind === 'moments') moments.value = report.steps;
  else if (report.kind === 'look') look.value = report.look;
  else if (report.kind === 'epochs') heard(report.results);
  else {
    running.value = false;
    if (examples.peek() === undefined) client.end(); // it never came to be: the next one begins anew
    failure.value = report.message;
    announce(report.message);
  }
}

function heard(results: readonly EpochResult[]): void {
  for (const result of results) epochs.value = appended(epochs.value, result, (_, second) => second);
  const { epoch, heldOut } = results.at(-1) as EpochResult;
  if (heldOut !== undefined) announce(`Epoch ${epoch}: ${Math.round(heldOut.accuracy * 100)} of 100 held-out examples right.`);
}

/** Shows where the training stands, and asks for the next picture when this one was drawn and the page had time to rest. */
function draw(news: Progress): void {
  const began = performance.now();
  progress.value = news;
  running.value = news.running;
  curve.value = news.course.reduce((points, point) => appended(points, point, meanPoint), curve.value);
  // Knobs that were turned meanwhile are newer than what the worker knew.
  if (news.turned === turns) {
    known = { network: shown.peek().network, parameters: Float32Array.from(news.parameters) };
    writeParameters(known.network, news.parameters);
    touched();
  }
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const cost = performance.now() - began - 32;
      setTimeout(() => client.send({ kind: 'drawn' }), Math.max(REST - 32, 3 * cost));
    }),
  );
}

function begin(): void {
  const { network } = shown.peek();
  const files = {
    images: new URL('digits/images.bin', document.baseURI).href,
    labels: new URL('digits/labels.bin', document.baseURI).href,
  };
  const own = trainingSpec.peek().source === 'own' ? ownDigits.peek() : [];
  known = { network, parameters: readParameters(network) };
  turns = 0;
  client.begin({ network: toJson(network), training: trainingSpec.peek(), own, files });
  client.send({ kind: 'pace', stepsASecond: pace.peek() });
  if (watching) client.send({ kind: 'look', watching });
}

/** Ends the training: the next one is of another network, or on other examples. */
function over(): void {
  client.end();
  running.value = false;
  progress.value = undefined;
  examples.value = undefined;
  look.value = undefined;
  failure.value = '';
  curve.value = [];
  epochs.value = [];
  moments.value = [0];
}

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
export function setPace(stepsASecond: number): void {
  pace.value = stepsASecond;
  client.send({ kind: 'pace', stepsASecond });
}

/** Back to the knobs that this training began with; with the same settings it learns the same again, to the bit. */
export function reset(): void {
  pause();
  curve.value = [];
  epochs.value = [];
  failure.value = '';
  client.send({ kind: 'reset' });
  announce('Back to the first step.');
}

/** Back to a moment that was kept. */
export function rewind(step: number): void {
  if (running.peek()) pause();
  client.send({ kind: 'rewind', step });
}

/** Forgets all that was learnt: fresh weights, by the training's seed. */
export function startAfresh(): void {
  show(refit(shown.peek().network, trainingSpec.peek().source, trainingSpec.peek().seed));
  announce('Fresh weights: the network knows nothing.');
}

/** Looks at the mistakes, now and after passes to come, or no longer. */
export function watch(open: boolean): void {
  watching = open;
  if (!open) return;
  fitNetwork();
  if (!client.underWay) begin();
  else client.send({ kind: 'look', watching });
}

/** Learns from other examples; the network gets the inputs and outputs that they need. */
export function learnFrom(source: typeof trainingSpec.value.source): void {
  if (trainingSpec.peek().source === source) return;
  changeTraining({ source });
  fitNetwork();
}

function fitNetwork(): void {
  const { network } = shown.peek();
  const { source, seed } = trainingSpec.peek();
  if (fits(network, source)) return;
  const fitting = refit(network, source, seed);
  refitted.value = `The network is now ${fitting.sizes.join('-')}, with fresh weights: these examples have ${fitting.sizes[0]} inputs and ${fitting.sizes.at(-1)} answers. Its hidden layers are the same.`;
  announce(refitted.value);
  show(fitting);
}

// Another network, or knobs that were turned by hand.
effect(() => {
  const { network } = shown.value;
  untracked(() => {
    if (network !== known.network) {
      known = { network, parameters: new Float32Array() };
      const suited = suitedSource(network, trainingSpec.peek().source);
      if (suited === trainingSpec.peek().source) over();
      else changeTraining({ source: suited });
    } else if (client.underWay) {
      const parameters = readParameters(network);
      const turned = differences(known.parameters, parameters);
      if (turned.places.length === 0) return;
      known = { network, parameters };
      turns += 1;
      client.send({ kind: 'turned', turned, count: turns });
    }
  });
});

// Other settings: from here on, or, with other examples, a new training.
let source = trainingSpec.peek().source;
effect(() => {
  const training = trainingSpec.value;
  untracked(() => {
    if (training.source === source) client.send({ kind: 'change', training });
    else over();
    source = training.source;
  });
});

effect(() => {
  ownDigits.value;
  untracked(() => {
    if (trainingSpec.peek().source === 'own') over();
  });
});
