// The page's end of the line: what old trainings, and a training before it began again, still say is dropped.
import { describe, expect, it } from 'vitest';
import { USUAL_TRAINING } from '../../playground/src/model/TrainingSpec.js';
import type { Progress, Report, ToTrainer } from '../../playground/src/training/messages.js';
import { type Line, TrainerClient } from '../../playground/src/training/TrainerClient.js';

const beginning = { network: '', training: USUAL_TRAINING, own: [], files: { images: '', labels: '' } };
const progress = (running: boolean): Report => ({ kind: 'progress', progress: { running } as Progress });

/** A client, what it posts and what it hears, and a worker that is a test. */
function bench() {
  const posted: ToTrainer[] = [];
  const heard: { readonly report: Report; readonly current: boolean }[] = [];
  const line: Line = { postMessage: (message) => posted.push(message), onmessage: null, onerror: null, terminate() {} };
  const client = new TrainerClient(
    () => line,
    (report, current) => heard.push({ report, current }),
  );
  /** Reports as a worker that has heard the orders up to the last of a kind. */
  const say = (report: Report, after: ToTrainer['kind']) => {
    const { number, sent } = posted.filter(({ kind }) => kind === after).at(-1) as ToTrainer;
    line.onmessage?.({ data: { number, heard: sent, ...report } });
  };
  return { client, posted, heard, say };
}

describe('the line to the worker', () => {
  it('tells which reports know of the last order to run or to rest', () => {
    const { client, heard, say } = bench();
    client.begin(beginning);
    client.send({ kind: 'speed', stepsASecond: 10 });
    client.send({ kind: 'run', amount: 'on' });
    say(progress(false), 'speed');
    say(progress(true), 'run');
    client.send({ kind: 'pause' });
    say(progress(true), 'run');
    say(progress(false), 'pause');
    expect(heard.map(({ current }) => current)).toEqual([false, true, false, true]);
  });

  it('drops reports from before a reset, but answers them, so that the worker goes on reporting', () => {
    const { client, posted, heard, say } = bench();
    client.begin(beginning);
    client.send({ kind: 'run', amount: 'on' });
    client.send({ kind: 'reset' });
    const before = posted.length;
    say(progress(true), 'run');
    say({ kind: 'moments', steps: [0, 1] }, 'run');
    say({ kind: 'ready', examples: 2, heldOut: 1 }, 'begin');
    say(progress(false), 'reset');
    expect(heard.map(({ report }) => report.kind)).toEqual(['ready', 'progress']);
    expect(posted.slice(before).map(({ kind }) => kind)).toEqual(['drawn']);
  });

  it('hears nothing of a training that another has replaced', () => {
    const { client, heard, say } = bench();
    client.begin(beginning);
    client.send({ kind: 'run', amount: 'on' });
    client.begin(beginning);
    say(progress(true), 'run');
    expect(heard).toEqual([]);
  });
});
