// What the program found, read back from all that an environment printed, and whether it is as it should be.

/** What the program reported of itself. */
export interface Found {
  /** Weights, losses and a digit that was read: must be the same everywhere. */
  readonly bits: string;
  readonly backend: string;
  /** What `fit` took by the clock of the environment. */
  readonly milliseconds: number;
  /** The turns that timers had meanwhile; undefined where they were not counted. */
  readonly turns: number | undefined;
}

/** Milliseconds that `fit` must take at the least: many times as long as it works before it gives way. */
const LEAST = 50;

/** Finds the line of the program. Throws where it is not there. */
export function foundIn(printed: string): Found {
  const [, bits = '', backend = '', milliseconds, turns] =
    printed.match(/glassbox-nn: bits (\S+) by (\w+) in (\d+) ms, (\w+) turns\./) ?? [];
  if (turns === undefined) throw new Error(`it told nothing of the program:\n${printed.slice(-4000)}`);
  return { bits, backend, milliseconds: Number(milliseconds), turns: turns === 'uncounted' ? undefined : Number(turns) };
}

/** Throws where the bits are others than those of Node, or where `fit` was too short or gave no way. */
export function checkFound({ bits, milliseconds, turns }: Found, ofNode: string): void {
  if (bits !== ofNode) throw new Error(`it came to other bits: expected ${ofNode}, got ${bits}`);
  if (milliseconds < LEAST) throw new Error(`fit took ${milliseconds} ms, where ${LEAST} are needed for it to give way`);
  if (turns === 0) throw new Error('fit gave no way: no timer ran while it trained');
}
