// What page and worker say to each other, without either.
import { Network } from 'glassbox-nn';
import { toJson } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { readParameters } from '../../playground/src/model/parameters.js';
import { USUAL_TRAINING } from '../../playground/src/model/TrainingSpec.js';
import { type Examples, readExamples } from '../../playground/src/training/Examples.js';
import type { FromTrainer, Order, Progress } from '../../playground/src/training/messages.js';
import { Session } from '../../playground/src/training/Session.js';
import { Trainer } from '../../playground/src/training/Trainer.js';

const training = { ...USUAL_TRAINING, source: 'spirals' } as const;
const made = () => new Network([2, 8, 2]);
const begin: Order = { kind: 'begin', network: toJson(made()), training, own: [], files: { images: '', labels: '' } };
const spirals = () => readExamples({ ...begin, training }, async () => new Uint8Array());

/** A trainer whose clock stands still but for what a test lets pass, and whose turns a test takes. */
function bench(load: () => Promise<Examples> = spirals) {
  const said: FromTrainer[] = [];
  const turns: (() => void)[] = [];
  let time = 0;
  let sent = 0;
  const trainer = new Trainer({
    post: (message) => said.push(message),
    load,
    later: (callback) => turns.push(callback),
    now: () => (time += 0.5), // so that a turn of 12 milliseconds has some twelve steps
  });
  const turn = (times: number) => {
    for (let count = 0; count < times; count++) turns.shift()?.();
  };
  const tell = async (number: number, ...orders: Order[]) => {
    for (const order of orders) await trainer.hear({ number, sent: ++sent, ...order });
  };
  const progress = () => said.filter((report) => report.kind === 'progress').map(({ progress }) => progress as Progress);
  return { said, tell, turn, progress, wait: (milliseconds: number) => (time += milliseconds), turns };
}

describe('a trainer', () => {
  it('pauses and goes on as if it had never paused', async () => {
    const { tell, turn, progress } = bench();
    await tell(1, begin, { kind: 'run', amount: 'on' });
    turn(3);
    await tell(1, { kind: 'pause' }, { kind: 'drawn' });
    turn(3);
    expect(progress().at(-1)?.running).toBe(false);
    const paused = progress().at(-1)?.step as number;
    await tell(1, { kind: 'run', amount: 'on' }, { kind: 'drawn' });
    turn(4);
    await tell(1, { kind: 'pause' }, { kind: 'drawn' });
    const { step, parameters } = progress().at(-1) as Progress;
    expect(step).toBeGreaterThan(paused);
    const session = new Session(made(), await spirals(), training);
    while (session.step < step) session.next();
    expect(parameters).toEqual(readParameters(session.network));
  });

  it('tells no more than the page has drawn', async () => {
    const { tell, turn, progress } = bench();
    await tell(1, begin, { kind: 'run', amount: 'on' });
    const before = progress().length;
    turn(5);
    expect(progress()).toHaveLength(before);
    await tell(1, { kind: 'drawn' });
    expect(progress()).toHaveLength(before + 1);
    expect(progress().at(-1)?.step).toBeGreaterThan(20);
  });

  it('takes one batch, or one epoch, and measures it', async () => {
    const { tell, turn, progress, said } = bench();
    await tell(1, begin, { kind: 'drawn' }, { kind: 'run', amount: 'batch' }, { kind: 'drawn' });
    turn(5);
    await tell(1, { kind: 'drawn' });
    expect(progress().at(-1)).toMatchObject({ step: 1, epoch: 1, running: false });
    await tell(1, { kind: 'run', amount: 'epoch' }, { kind: 'drawn' });
    turn(20);
    await tell(1, { kind: 'drawn' }, { kind: 'drawn' });
    expect(progress().at(-1)).toMatchObject({ step: 32, epoch: 1, running: false });
    const [result] = said.flatMap((report) => (report.kind === 'epochs' ? report.results : []));
    expect(result).toMatchObject({ epoch: 1, step: 32, heldOut: { accuracy: expect.any(Number) } });
  });

  it('drops orders of a training that is over, and a beginning that another has overtaken', async () => {
    const loads: ((examples: Examples) => void)[] = [];
    const { tell, turn, said } = bench(() => new Promise((resolve) => loads.push(resolve)));
    const first = tell(1, begin);
    const second = tell(2, begin, { kind: 'run', amount: 'batch' });
    loads.forEach((resolve, index) => {
      if (index === 0) void spirals().then(resolve);
    });
    await first;
    expect(said).toEqual([]);
    void spirals().then(loads[1]);
    await second;
    turn(2);
    await tell(1, { kind: 'run', amount: 'on' });
    turn(5);
    await tell(2, { kind: 'drawn' });
    expect(new Set(said.map(({ number }) => number))).toEqual(new Set([2]));
    expect(said.filter(({ kind }) => kind === 'ready')).toHaveLength(1);
  });

  it('keeps to a speed', async () => {
    const { tell, turn, progress, wait } = bench();
    await tell(1, begin, { kind: 'speed', stepsASecond: 1 }, { kind: 'run', amount: 'on' });
    turn(1);
    for (let second = 0; second < 3; second++) {
      wait(1000);
      turn(1);
    }
    await tell(1, { kind: 'drawn' });
    expect(progress().at(-1)?.step).toBe(4);
  });

  it('says nothing of running before it is ordered to run', async () => {
    const { tell, progress } = bench();
    await tell(1, begin, { kind: 'speed', stepsASecond: 10 });
    expect(progress()).toEqual([]);
    await tell(1, { kind: 'run', amount: 'on' });
    expect(progress().map(({ running }) => running)).toEqual([true]);
  });

  it('looks after each pass while someone watches, and no longer', async () => {
    const { tell, turn, said } = bench();
    const looks = () => said.filter(({ kind }) => kind === 'look').length;
    await tell(1, begin, { kind: 'look', watching: true }, { kind: 'run', amount: 'epoch' });
    turn(20);
    expect(looks()).toBe(2);
    await tell(1, { kind: 'look', watching: false }, { kind: 'run', amount: 'epoch' });
    turn(20);
    expect(looks()).toBe(2);
  });

  it('passes on what looks like a mistake', async () => {
    const { tell, turn, said } = bench();
    const warnings = () => said.flatMap((report) => (report.kind === 'warning' ? report.message : []));
    await tell(1, begin, { kind: 'run', amount: 'batch' });
    turn(1);
    expect(warnings()).toEqual([]);
    const twins = made();
    for (const { weights } of twins.layers) weights.fill(0.5);
    await tell(2, { ...begin, network: toJson(twins) } as Order, { kind: 'run', amount: 'batch' });
    turn(1);
    expect(warnings()).toEqual([expect.stringMatching(/neurons/)]);
  });

  it('says in words what cannot be, and is ready for the next training', async () => {
    const { tell, said } = bench();
    await tell(1, { ...begin, network: toJson(new Network([3, 2])) } as Order);
    expect(said.at(-1)).toMatchObject({ number: 1, kind: 'failed', message: expect.stringContaining('expected') });
    await tell(2, begin);
    expect(said.at(-1)).toMatchObject({ number: 2, kind: 'ready', examples: 1000 });
  });
});
