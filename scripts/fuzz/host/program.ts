// The process that reads for the fuzzer: whatever a reader does to it, the fuzzer lives.
import { attack } from '../attack.js';
import { drawsFrom } from '../growth/Grower.js';
import { growers } from '../growth/growers.js';
import { targets } from '../targets.js';
import { brokenGrowers, brokenReaders } from './broken.js';
import { countTurns, measured, timed } from './measure.js';
import type { Answer, Task } from './messages.js';

const readers = new Map([...targets, ...brokenReaders].map((target) => [target.name, target]));
const kinds = new Map([...growers, ...brokenGrowers].map((grower) => [grower.name, grower]));

function targetOf(name: string) {
  const target = readers.get(name);
  if (target === undefined) throw new Error(`there is no reader ${name}`);
  return target;
}

async function grow({ grower, size, seed, runs }: Extract<Task, { kind: 'growth' }>): Promise<Answer> {
  const kind = kinds.get(grower);
  if (kind === undefined) throw new Error(`nothing grows as ${grower}`);
  const target = targetOf(kind.reader);
  const bytes = kind.make(size, drawsFrom(seed));
  // From here on time counts.
  process.send?.('made');
  let { result: taken, time, turns, peak, kept } = await measured(async () => attack(target, bytes));
  for (let run = 1; run < runs; run++) time = Math.min(time, (await timed(() => attack(target, bytes))).time);
  return { taken: taken !== undefined, bytes: bytes.length, time, turns, peak, kept };
}

async function readFile({ reader, bytes }: Extract<Task, { kind: 'file' }>): Promise<Answer> {
  const { result, time, turns } = await timed(() => attack(targetOf(reader), new Uint8Array(bytes)));
  return { taken: result !== undefined, bytes: bytes.length, time, turns, peak: 0, kept: 0 };
}

countTurns();
process.on('message', async (task: Task) => {
  try {
    process.send?.(await (task.kind === 'file' ? readFile(task) : grow(task)));
  } catch (error) {
    const { message, cause } = error as Error;
    const fault = cause === undefined ? message : `${message}\n${(cause as Error).stack ?? cause}`;
    process.send?.({ fault, taken: false, bytes: 0, time: 0, turns: 0, peak: 0, kept: 0 } satisfies Answer);
  }
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
