// Workers and their jobs, without any platform: what is done when they answer, die, or cannot be started (cases 123 and 124).
import { describe, expect, it } from 'vitest';
import { type Pool, startPool } from '../../../src/engine/threads/pool.js';
import { errorOf, expectRefusal } from '../../support/refusals.js';

/** A worker that answers on command. */
interface Puppet {
  readonly heard: Record<string, unknown>[];
  busy: boolean;
  ended: boolean;
  done(job: number): void;
  die(why: string): void;
}

function startPuppets(count: number): { pool: Pool; puppets: Puppet[] } {
  const puppets: Puppet[] = [];
  const pool = startPool(count, (done, die) => {
    const puppet: Puppet = { heard: [], busy: false, ended: false, done, die };
    puppets.push(puppet);
    return {
      post: (message) => puppet.heard.push(message as Record<string, unknown>),
      busy: (working) => {
        puppet.busy = working;
      },
      end: () => {
        puppet.ended = true;
      },
    };
  });
  return { pool, puppets };
}

/** The number of the last job a puppet was given. */
const jobOf = ({ heard }: Puppet) => heard.at(-1)?.job as number;

/** Whether a promise has settled by now. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const waiting = {};
  return (await Promise.race([promise.catch(() => {}), Promise.resolve(waiting)])) !== waiting;
}

const [module, memory] = [{}, {}];

describe('a pool', () => {
  it('has every worker open, call and close, with its number', async () => {
    const { pool, puppets } = startPuppets(2);
    const team = pool.open(module, memory);
    const call = team.call('takeTurn', 64);
    team.close();
    for (const [thread, { heard }] of puppets.entries()) {
      expect(heard[0]).toEqual({ team: 1, module, memory });
      expect(heard[1]).toEqual({ team: 1, call: 'takeTurn', place: 64, thread, job: 1 });
      expect(heard[2]).toEqual({ team: 1 });
    }
    for (const puppet of puppets) puppet.done(1);
    expect(await call).toBeUndefined();
  });

  it('waits for all of them, which are busy until then', async () => {
    const { pool, puppets } = startPuppets(3);
    const team = pool.open(module, memory);
    expect(puppets.map(({ busy }) => busy)).toEqual([false, false, false]);
    const call = team.call('takeTurn', 0);
    expect(puppets.map(({ busy }) => busy)).toEqual([true, true, true]);
    for (const puppet of puppets.slice(1)) puppet.done(jobOf(puppet));
    expect(await isSettled(call)).toBe(false);
    puppets[0]?.done(jobOf(puppets[0]));
    await call;
    expect(puppets.map(({ busy }) => busy)).toEqual([false, false, false]);
  });

  it('keeps the jobs of several teams apart', async () => {
    const { pool, puppets } = startPuppets(2);
    const [one, other] = [pool.open(module, memory), pool.open(module, memory)];
    const calls = [one.call('takeTurn', 1), other.call('takeTurn', 2)];
    for (const puppet of puppets) puppet.done(2);
    await calls[1];
    expect(await isSettled(calls[0] as Promise<void>)).toBe(false);
    expect(puppets.every(({ busy }) => busy)).toBe(true);
    for (const puppet of puppets) puppet.done(1);
    await calls[0];
  });

  it('whose worker dies rejects every job, and ends the others', async () => {
    const { pool, puppets } = startPuppets(3);
    const team = pool.open(module, memory);
    const calls = [team.call('takeTurn', 0), team.call('takeTurn', 0)];
    puppets[1]?.die('one that was shot');
    for (const call of calls) await expectRefusal(() => call, 'StateError', 'threads', 'one that was shot', 'A new call');
    expect(puppets.map(({ ended }) => ended)).toEqual([true, true, true]);
    expect(pool.isGone()).toBe(true);
    await expectRefusal(() => team.call('takeTurn', 0), 'StateError', 'one that was shot');
  });

  it('ignores what comes late', async () => {
    const { pool, puppets } = startPuppets(2);
    const call = pool.open(module, memory).call('takeTurn', 0);
    puppets[0]?.die('one that was shot');
    const error = await errorOf(() => call);
    for (const puppet of puppets) {
      puppet.done(1);
      puppet.die('one that died twice');
    }
    expect(await errorOf(() => call)).toBe(error);
    expect((error as Error).message).not.toContain('twice');
  });

  it('sends nothing more once it has ended', async () => {
    const { pool, puppets } = startPuppets(2);
    const team = pool.open(module, memory);
    pool.end('workers that were ended');
    team.close();
    pool.open(module, memory);
    expect(puppets.map(({ heard }) => heard.length)).toEqual([1, 1]);
  });

  it('whose worker cannot be started says so at the first job, and ends those that were', async () => {
    const ended: number[] = [];
    let started = 0;
    const pool = startPool(3, () => {
      started += 1;
      if (started === 3) throw new Error('no more workers');
      const number = started;
      return { post: () => {}, busy: () => {}, end: () => ended.push(number) };
    });
    expect(ended).toEqual([1, 2]);
    await expectRefusal(() => pool.open(module, memory).call('takeTurn', 0), 'StateError', 'no more workers');
  });
});
