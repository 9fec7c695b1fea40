// The other end of worker.ts and worker.py: starts a side's process, asks it and reads its answers.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { commandOf, environmentOf, type Side } from './sides.js';
import type { Command, Reply } from './worker.js';

/** A side that says nothing for so long has failed: milliseconds. */
const PATIENCE = 600_000;

export interface SideProcess {
  /** Rejects with what went wrong: the side's error, its silence, or its end. */
  ask(command: Command): Promise<Reply>;
  end(): void;
}

export function startSide(side: Side): SideProcess {
  const [program, ...parts] = commandOf(side) ?? [];
  if (program === undefined) throw new Error(`no Python with ${side.python} was found`);
  const child = spawn(program, parts, { env: environmentOf(side), stdio: ['pipe', 'ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr?.on('data', (text) => {
    complaint = `${complaint}${text}`.slice(-2000);
  });
  child.stdin?.on('error', () => {});
  const lines = createInterface({ input: child.stdio[3] as Readable });

  return {
    ask: (command) =>
      new Promise((resolve, reject) => {
        const settle = (act: () => void) => {
          clearTimeout(silence);
          lines.off('line', answered);
          child.off('exit', ended);
          act();
        };
        const answered = (line: string) => {
          const reply: Reply = JSON.parse(line);
          settle(() => (reply.error === undefined ? resolve(reply) : reject(new Error(reply.error))));
        };
        const ended = () => settle(() => reject(new Error(`its process ended: ${complaint.trim().split('\n').at(-1)}`)));
        const silence = setTimeout(() => {
          settle(() => reject(new Error(`it did not answer within ${PATIENCE / 1000} s`)));
          child.kill('SIGKILL');
        }, PATIENCE);
        lines.on('line', answered);
        child.on('exit', ended);
        child.stdin?.write(`${JSON.stringify(command)}\n`);
      }),
    end() {
      child.stdin?.end();
      child.kill();
    },
  };
}
