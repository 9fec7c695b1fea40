// Whether a reader's time and memory grow no faster than the file: the same kind of file in three sizes, each twice the one before.
import type { Host } from '../host/Host.js';
import type { Answer } from '../host/messages.js';
import { type Grower, MOST } from './Grower.js';

/** Of a reader that goes through a file once it is 1, of one that goes through it for every byte of it 2. */
const STEEPEST = 1.6;

/** Milliseconds of the processor, and bytes, below which nothing stands out from what else the process does. */
const LEAST_TIME = 150;
const LEAST_MEMORY = 40 * 2 ** 20;

/** Milliseconds of the processor between two turns of the event loop, on the average of a file: twenty times what is meant. */
const LONGEST_STALL = 100;

/** Bytes of memory that a byte of a file may take, beside what was made of it. */
const PER_BYTE = 20;

/** How often a file is read whose time looks wrong: the least counts. */
const AGAIN = 4;

/** Seconds of the processor for a file so large that it need not be read soon, but must not end the process. */
const GIANT_SECONDS = 20;

/** What was found, or undefined; and how many files were read. */
export interface Growth {
  readonly fault: string | undefined;
  readonly files: number;
  readonly answers: readonly Answer[];
}

/** Reads files of one kind. The same seed makes the same ones. */
export async function checkGrowth(host: Host, grower: Grower, seed: number): Promise<Growth> {
  const { name, most = MOST, givesWay = false } = grower;
  const ask = (size: number, runs = 1) => host.run({ kind: 'growth', grower: name, size: Math.floor(size), seed, runs });
  const answers: Answer[] = [];
  for (const size of [most / 4, most / 2, most]) {
    const answer = await ask(size);
    answers.push(answer);
    if (answer.fault !== undefined) return { fault: `${answer.fault} (size ${size})`, files: answers.length, answers };
    const { peak, kept, bytes } = answer;
    if (givesWay && answer.time > LONGEST_STALL * (answer.turns + 1)) {
      const fault = `${bytes} bytes took ${Math.round(answer.time)} ms, with ${answer.turns} turns for others`;
      return { fault, files: answers.length, answers };
    }
    const rest = peak - kept - LEAST_MEMORY;
    if (rest > PER_BYTE * bytes) {
      const fault = `${bytes} bytes took ${mebibytes(peak)} MiB, of which ${mebibytes(kept)} remain`;
      return { fault, files: answers.length, answers };
    }
  }
  let files = answers.length;
  let [small, , large] = answers as [Answer, Answer, Answer];
  if (large.time > LEAST_TIME && isSteep(small, large, (answer) => answer.time)) {
    [small, large] = [await ask(most / 4, AGAIN), await ask(most, AGAIN)];
    files += 2 * AGAIN;
    const fault = small.fault ?? large.fault;
    if (fault !== undefined) return { fault, files, answers };
    if (large.time > LEAST_TIME && isSteep(small, large, (answer) => answer.time)) {
      const times = `${small.bytes} bytes take ${Math.round(small.time)} ms, and ${large.bytes} bytes ${Math.round(large.time)} ms`;
      return { fault: times, files, answers };
    }
  }
  if (
    large.peak - large.kept > 2 * LEAST_MEMORY &&
    isSteep(small, large, ({ peak, kept }) => Math.max(LEAST_MEMORY / 8, peak - kept))
  ) {
    const peaks = `${small.bytes} bytes take ${mebibytes(small.peak)} MiB, and ${large.bytes} bytes ${mebibytes(large.peak)}`;
    return { fault: peaks, files, answers };
  }
  return { fault: undefined, files, answers };
}

/** Reads the one file of a kind that is very large. Undefined where there is none. */
export async function checkGiant(host: Host, { name, giant }: Grower, seed: number): Promise<Growth | undefined> {
  if (giant === undefined) return undefined;
  const answer = await host.run({ kind: 'growth', grower: name, size: giant, seed, runs: 1 }, GIANT_SECONDS);
  const fault = answer.fault && `${answer.fault} (size ${giant})`;
  return { fault, files: 1, answers: [answer] };
}

/** Whether something grows as a power of the size above the steepest: the slope between two points, on scales of logarithms. */
function isSteep(small: Answer, large: Answer, of: (answer: Answer) => number): boolean {
  const slope = Math.log(of(large) / Math.max(1, of(small))) / Math.log(large.bytes / small.bytes);
  return slope > STEEPEST;
}

function mebibytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}
