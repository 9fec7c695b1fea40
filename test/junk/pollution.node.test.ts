// Names that another program has put on Object.prototype: they change no call.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from 'glassbox-nn';
import { describe, expect, it, vi } from 'vitest';
import { ORDINARY, polluted, resultOf, VALUES } from './pollution.js';

/** `npm run test:pollution` tries every name with every value on every call. */
const { POLLUTION_SHARE = '0.004', POLLUTION_SEED = '1' } = process.env;

/** What no program lives with: the language itself reads these of any object, or of any descriptor of a field. */
const OF_THE_LANGUAGE =
  /^(get|set|value|then|toJSON|next|return|throw|done|length|constructor|__proto__|writable|enumerable|configurable|raw|index|input|groups|indices)$/;

/** Every field of an interface, and every option that is listed. */
function namesInSources(): string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const names = files.flatMap((name) => {
    const text = readFileSync(join('src', name), 'utf8');
    return [...text.matchAll(/readonly (\w+)\??:/g), ...text.matchAll(/'([a-z]\w{1,24})'(?=[,\]])/g)].map(
      ([, word = '']) => word,
    );
  });
  return [...new Set(names)].filter((name) => !(name in Object.prototype) && !OF_THE_LANGUAGE.test(name)).sort();
}

/** The names that were found to do harm, or are likeliest to. */
const FIRST = [
  'kind',
  'weights',
  'strength',
  'leastWork',
  'seed',
  'loss',
  'classNames',
  'scaling',
  'read',
  'layers',
  'restoreBestWeights',
  'monitor',
  'incremental',
  'checkMonitor',
  'best',
  'trainable',
  'rule',
  'partner',
  'kernel',
  'range',
  'columns',
  'theme',
  'layer',
  'data',
  'width',
  'settings',
  'signed',
  'light',
  'earlyStopping',
  'reduceOnPlateau',
  'listOf',
  'names',
  'expected',
];

describe('a polluted Object.prototype', () => {
  it('changes no result, whatever the name (case 350)', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const random = new Random(Number(POLLUTION_SEED));
    const share = Number(POLLUTION_SHARE);
    const names = namesInSources();
    expect(names.length).toBeGreaterThan(300);
    const right = Object.fromEntries(Object.entries(ORDINARY).map(([name, call]) => [name, resultOf(call)]));
    const changed: string[] = [];
    for (const name of [...FIRST, ...names]) {
      const chance = FIRST.includes(name) ? 0.1 : share;
      for (const [kind, value] of Object.entries(VALUES)) {
        for (const [call, work] of Object.entries(ORDINARY)) {
          if (random.uniform() > Math.max(chance, share)) continue;
          const result = polluted(name, value, () => resultOf(work));
          if (result !== right[call]) changed.push(`${call} with ${name} = ${kind}: ${result.slice(0, 150)}`);
        }
      }
    }
    warn.mockRestore();
    expect(changed).toEqual([]);
  });
});
