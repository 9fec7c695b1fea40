// Measures a call: time of the processor, so that a busy machine does not count, and memory at its highest.
import { readFileSync, writeFileSync } from 'node:fs';

/** Milliseconds of the processor that this process has had. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** A line of Linux's account of this process, in bytes; 0 on other systems. */
function statusOf(key: 'VmHWM' | 'VmRSS'): number {
  try {
    const found = new RegExp(`^${key}:\\s+(\\d+) kB$`, 'm').exec(readFileSync('/proc/self/status', 'utf8'));
    return Number(found?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Begins the highest mark anew (proc(5)); whether the system does so. */
function lowerMark(): boolean {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
    return true;
  } catch {
    return false;
  }
}

/** Gives back what nothing holds. Asynchronous, since memory of arrays is freed in turns of its own. */
async function clean(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) {
    globalThis.gc?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function held(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Turns of the event loop that were given: each takes a channel of its own. */
let turns = 0;

/** Counts them from now on. */
export function countTurns(): void {
  const Channel = MessageChannel;
  globalThis.MessageChannel = class extends Channel {
    constructor() {
      super();
      turns++;
    }
  };
}

/** What a call cost, and what came of it. */
export interface Cost<Result> {
  readonly result: Result;
  readonly time: number;
  readonly turns: number;
  readonly peak: number;
  readonly kept: number;
}

/** Calls it once. */
export async function timed<Result>(
  call: () => Result | Promise<Result>,
): Promise<Pick<Cost<Result>, 'result' | 'time' | 'turns'>> {
  const [began, before] = [processorTime(), turns];
  const result = await call();
  return { result, time: processorTime() - began, turns: turns - before };
}

/** Calls it once, in a memory that was cleaned. */
export async function measured<Result>(call: () => Result | Promise<Result>): Promise<Cost<Result>> {
  await clean();
  const before = held();
  const low = statusOf('VmRSS');
  const isMarked = lowerMark();
  const cost = await timed(call);
  const peak = isMarked ? statusOf('VmHWM') - low : 0;
  await clean();
  return { ...cost, peak: Math.max(0, peak), kept: Math.max(0, held() - before) };
}
