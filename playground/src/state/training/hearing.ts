// What the worker reports, and the line to it.
import { appended, meanPoint } from '../../model/curve';
import { writeParameters } from '../../model/parameters';
import type { EpochResult, Progress, Report } from '../../training/messages';
import { type Line, TrainerClient } from '../../training/TrainerClient';
import { announce } from '../announcements';
import { shown, touched } from '../network';
import { curve, epochs, examples, failure, look, moments, progress, running, warnings } from './signals';

/** Milliseconds between two pictures at least: ten a second look alive and leave time for everything else. */
const REST = 100;

/** The line to the worker. */
export const client = new TrainerClient(
  () => new Worker(new URL('../../training/trainer.worker.ts', import.meta.url), { type: 'module' }) as unknown as Line,
  hear,
);

/** What the worker knows of the network on the page: its knobs, and how many messages of turned ones it got. */
export const known = { network: shown.peek().network, parameters: new Float32Array(), turns: 0 };

/** Takes a report. It is `current` if it knows of the last order to run or to rest: what an older one says of that is out of date. */
function hear(report: Report, current: boolean): void {
  if (report.kind === 'progress') {
    if (current) running.value = report.progress.running;
    draw(report.progress);
  } else if (report.kind === 'ready') examples.value = report;
  else if (report.kind === 'moments') moments.value = report.steps;
  else if (report.kind === 'look') look.value = report.look;
  else if (report.kind === 'epochs') addEpochs(report.results);
  else if (report.kind === 'warning') warn(report.message);
  else fail(report.message);
}

function addEpochs(results: readonly EpochResult[]): void {
  for (const result of results) epochs.value = appended(epochs.value, result, (_, second) => second);
  const { epoch, heldOut } = results.at(-1) as EpochResult;
  if (heldOut !== undefined) announce(`Epoch ${epoch}: ${Math.round(heldOut.accuracy * 100)} of 100 held-out examples right.`);
}

function warn(message: string): void {
  if (warnings.peek().includes(message)) return;
  warnings.value = [...warnings.peek(), message];
  announce(message);
}

function fail(message: string): void {
  running.value = false;
  const last = progress.peek();
  if (last !== undefined) progress.value = { ...last, running: false };
  if (examples.peek() === undefined) client.end(); // it never came to be: the next one begins anew
  failure.value = message;
  announce(message);
}

/** Shows where the training stands, and asks for the next picture when this one was drawn and the page had time to rest. */
function draw(news: Progress): void {
  const began = performance.now();
  progress.value = news;
  curve.value = news.curve.reduce((points, point) => appended(points, point, meanPoint), curve.value);
  // Knobs that were turned meanwhile are newer than what the worker knew.
  if (news.turned === known.turns) {
    known.network = shown.peek().network;
    known.parameters = Float32Array.from(news.parameters);
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
