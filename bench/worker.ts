// A side of the comparison in a process of its own. Commands come as lines of JSON on standard input, and are answered on
// descriptor 3, since libraries may print.
//
//   node --import tsx worker.ts PEER VARIANT
import { writeFileSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { OpenPeer, Peer, Task } from './peer.js';
import type { Work } from './works.js';

/** Messages to a side. */
export type Command =
  | { readonly do: 'prepare'; readonly work: Work }
  | { readonly do: 'run'; readonly amount: number }
  | { readonly do: 'result'; readonly file: string };

/** What it answers: `prepare` a version or a refusal, `run` its seconds; or an error. */
export interface Reply {
  readonly version?: string;
  readonly refusal?: string;
  readonly seconds?: number;
  readonly error?: string;
}

const [name = '', variant = ''] = process.argv.slice(2);
let peer: Peer | undefined;
let task: Task | undefined;

async function carryOut(command: Command): Promise<Reply> {
  if (command.do === 'prepare') {
    const { open }: { open: OpenPeer } = await import(`./peers/${name}.js`);
    peer ??= await open(variant);
    const refusal = peer.refuses?.(command.work);
    if (refusal !== undefined) return { refusal };
    task = await peer.prepare(command.work);
    return { version: peer.version };
  }
  if (task === undefined) throw new Error('There is no work yet.');
  if (command.do === 'run') {
    await task.reset?.(command.amount);
    const began = performance.now();
    await task.run(command.amount);
    return { seconds: (performance.now() - began) / 1000 };
  }
  writeFileSync(command.file, await task.result());
  return {};
}

for await (const line of createInterface({ input: process.stdin })) {
  const reply = await carryOut(JSON.parse(line)).catch((error): Reply => ({ error: String(error?.message ?? error) }));
  writeSync(3, `${JSON.stringify(reply)}\n`);
}
process.exit();
