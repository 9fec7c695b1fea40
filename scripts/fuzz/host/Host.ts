// Readers in a process of their own, which is ended where no answer comes, and begun anew.
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, Task } from './messages.js';

/** Seconds of the processor that a reader has for a file. */
const SOON = 2;

/** So many times as long on the clock and it is ended in any case: on a machine that is busy, or does not tell the processor's. */
const PATIENCE = 30;

/** Milliseconds between two looks at its clock. */
const LOOK = 100;

/** Ticks of the processor's clock in a second, as Linux tells them to programs (proc(5)). */
const TICKS = 100;

const PROGRAM = join(import.meta.dirname, 'program.ts');

/** How much heap a reader has, in MiB; and small spaces for what is new, so that garbage is no memory at its highest. */
const FLAGS = ['--import', 'tsx', '--expose-gc', '--max-old-space-size=2048', '--max-semi-space-size=2'];

const failed = (fault: string): Answer => ({ fault, taken: false, bytes: 0, time: 0, turns: 0, peak: 0, kept: 0 });

/** A process that reads. */
export class Host {
  /** How often it was begun. */
  begun = 0;
  child: ChildProcess | undefined;
  errors = '';

  /** Has a file read. @param soon - Seconds of the processor for it. */
  async run(task: Task, soon = SOON): Promise<Answer> {
    const child = this.child ?? (await this.begin());
    const answer = await this.answerOf(child, task, soon);
    if (answer.fault !== undefined && (child.exitCode !== null || child.signalCode !== null || child.killed))
      this.child = undefined;
    return answer;
  }

  /** Ends the process. */
  end(): void {
    this.child?.disconnect();
    this.child = undefined;
  }

  private async begin(): Promise<ChildProcess> {
    this.begun++;
    const child = fork(PROGRAM, [], {
      execArgv: FLAGS,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    child.stderr?.on('data', (text: Buffer) => {
      this.errors = `${this.errors}${text}`.slice(-2000);
    });
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code) => reject(new Error(`the process that reads did not begin (${code}): ${this.errors}`)));
    });
    child.removeAllListeners('exit');
    this.child = child;
    return child;
  }

  private answerOf(child: ChildProcess, task: Task, soon: number): Promise<Answer> {
    return new Promise((resolve) => {
      this.errors = '';
      let from = task.kind === 'file' ? processorSeconds(child) : undefined;
      const began = Date.now();
      const watch = setInterval(() => {
        const late = Date.now() - began > 1000 * PATIENCE * soon;
        if (!late && (from === undefined || processorSeconds(child) - from < soon)) return;
        child.kill('SIGKILL');
        done(failed(`no answer after ${late ? `${PATIENCE * soon} seconds` : `${soon} seconds of the processor`}`));
      }, LOOK);
      const onExit = (code: number | null, signal: string | null) => {
        const line = /.*(?:FATAL|Fatal|fatal).*/.exec(this.errors)?.[0] ?? this.errors.trim().split('\n')[0];
        done(failed(`it ended the process (${signal ?? code}): ${line}`));
      };
      const onMessage = (message: unknown) => {
        if (message === 'made') from = processorSeconds(child);
        else done(message as Answer);
      };
      const done = (answer: Answer) => {
        clearInterval(watch);
        child.off('exit', onExit);
        child.off('message', onMessage);
        resolve(answer);
      };
      child.on('exit', onExit);
      child.on('message', onMessage);
      child.send(task);
    });
  }
}

/** Seconds of the processor that a process has had; 0 where the system does not tell. */
function processorSeconds({ pid }: ChildProcess): number {
  try {
    // Behind the name, which may hold blanks: the 12th and 13th fields are the ticks of the program and of the system for it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return 0;
  }
}
