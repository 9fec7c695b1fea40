// The command line of `npx glassbox-nn`.
import { parseArgs } from 'node:util';

/** The options of the command line, read. */
export interface DemoOptions {
  readonly help: boolean;
  readonly version: boolean;
  /** Show this digit only. */
  readonly digit: number | undefined;
  readonly seed: number;
  readonly count: number;
  readonly network: 'default' | 'classic' | 'handmade';
}

/** The help. */
export const USAGE = `npx glassbox-nn [digit] [options]

Reads a few of MNIST's handwritten digits with a network of 784-16-16-10.

  digit            0 to 9: show this digit only
  --seed N         the same choice again; another at each call if left out
  --count N        how many to show, 1 to 20 (2 if left out)
  --network NAME   default, classic (sigmoid everywhere) or handmade (no learning)
  --version        which version of the package this is
  --help           this text`;

/** Reads the options. Throws an Error with a line for the user where they are wrong. */
export function readDemoOptions(words: readonly string[], usualSeed: number): DemoOptions {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      seed: text,
      count: text,
      network: text,
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
  });
  if (positionals.length > 1) throw new Error(`expected one digit, got ${positionals.length}`);
  const { help = false, version = false, network = 'default' } = values;
  if (network !== 'default' && network !== 'classic' && network !== 'handmade') {
    throw new Error(`--network: expected default, classic or handmade, got ${network}`);
  }
  return {
    help,
    version,
    digit: positionals[0] === undefined ? undefined : whole('digit', positionals[0], 0, 9),
    seed: whole('--seed', values.seed ?? String(usualSeed), 0, Number.MAX_SAFE_INTEGER),
    count: whole('--count', values.count ?? '2', 1, 20),
    network,
  };
}

function whole(what: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new Error(`${what}: expected a whole number from ${least} to ${most}, got ${text}`);
}
