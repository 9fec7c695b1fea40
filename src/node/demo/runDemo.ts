// Reads a few of the sample digits, and says what to try next.
import { digitNetwork } from '../../digits/digitNetwork.js';
import { handmadeNetwork } from '../../digits/handmade/handmadeNetwork.js';
import { recognize } from '../../digits/recognize.js';
import { sampleDigits } from '../../digits/samples/sampleDigits.js';
import type { Network } from '../../model/typedBySizes.js';
import { cleanText } from '../../pictures/terminal/characters.js';
import type { KnownTerminal } from '../../pictures/terminal/toTerminal.js';
import { Random } from '../../random/Random.js';
import { type DemoOptions, readDemoOptions, USAGE } from './demoOptions.js';
import { drawReading } from './drawReading.js';

/** The text that the program prints, and its exit code: 0, or 2 for wrong options. */
export interface Outcome {
  readonly text: string;
  readonly code: 0 | 2;
}

/** The surroundings of the program, beside its command line. */
export interface Surroundings extends KnownTerminal {
  /** The seed if the command line has none. */
  readonly seed: number;
  /** The version of the package. */
  readonly version: string;
}

/** Runs the program. */
export function runDemo(words: readonly string[], terminal: Surroundings): Outcome {
  let options: DemoOptions;
  try {
    options = readDemoOptions(words, terminal.seed);
  } catch (error) {
    return { text: `glassbox-nn: ${cleanText((error as Error).message)}\nSee npx glassbox-nn --help`, code: 2 };
  }
  if (options.version) return { text: terminal.version, code: 0 };
  if (options.help) return { text: USAGE, code: 0 };
  const network = options.network === 'handmade' ? handmadeNetwork() : digitNetwork(options.network);
  return { text: [...readings(network, options, terminal), ...next(options)].join('\n'), code: 0 };
}

/** Each of the chosen digits, and the reading of the network. */
function readings(network: Network, { digit, seed, count }: DemoOptions, terminal: KnownTerminal): string[] {
  const { test } = sampleDigits();
  const random = new Random(seed);
  return Array.from({ length: count }, () => {
    // Digits come in turn: every tenth is the same one.
    const index = digit === undefined ? random.integer(test.count) : digit + 10 * random.integer(test.count / 10);
    const { input, label } = test.example(index);
    const { digit: answer, outputs } = recognize(input, { network });
    const verdict = answer === label ? `It says ${answer}, which is right.` : `It says ${answer}; it is a ${label}.`;
    return [`Test digit ${index}:`, '', ...drawReading(input, outputs, terminal), '', verdict, ''];
  }).flat();
}

function next({ seed, digit, network, count }: DemoOptions): string[] {
  const same = [
    'npx glassbox-nn',
    digit,
    `--seed ${seed} --count ${count}`,
    network === 'default' ? undefined : `--network ${network}`,
  ];
  return [
    'Try next:',
    `  ${same.filter((word) => word !== undefined).join(' ')}`,
    '    the same digits again',
    '  npx glassbox-nn 8 --network handmade',
    '    eights, read without any learning',
    '  npx glassbox-nn --help',
    '',
    "In a program: import { recognize } from 'glassbox-nn/digits'",
  ];
}
