// The code that the playground shows builds what the playground shows.
import { join } from 'node:path';
import * as main from 'glassbox-nn';
import * as data from 'glassbox-nn/data';
import * as digits from 'glassbox-nn/digits';
import * as formats from 'glassbox-nn/formats';
import * as samples from 'glassbox-nn/sample-digits';
import { describe, expect, it } from 'vitest';
import { type Coded, code } from '../../playground/src/model/code.js';
import { fileFormats } from '../../playground/src/model/fileFormats.js';
import { knobSum } from '../../playground/src/model/knobs.js';
import { type NetworkSpec, VIDEO } from '../../playground/src/model/NetworkSpec.js';
import { buildOrigin, fresh, type Origin, ready, SPIRALS, specOf } from '../../playground/src/model/origins.js';
import { readParameters } from '../../playground/src/model/parameters.js';
import { losses, optimizers, sources, type TrainingSpec, USUAL_TRAINING } from '../../playground/src/model/TrainingSpec.js';
import { runExample, typeErrors } from '../support/examples.js';

const built = (changes: Partial<NetworkSpec>): Origin => ({ kind: 'built', spec: { ...VIDEO, ...changes } });
const origins: readonly Origin[] = [
  ...(Object.keys(ready) as (keyof typeof ready)[]).map((name): Origin => ({ kind: 'ready', ready: name })),
  ...Object.values(fresh).map(({ spec }): Origin => ({ kind: 'built', spec })),
  built({ sizes: [784, 10], output: 'softmax', initializer: 'lecunNormal', seed: 2 ** 32 - 1 }),
  built({ sizes: [784, 3, 5, 4, 10], hidden: 'leakyRelu', output: 'identity', initializer: 'heUniform', seed: 7 }),
];
const coded = (origin: Origin, training: Partial<TrainingSpec> = {}): Coded => ({
  origin,
  sizes: buildOrigin(origin)?.sizes ?? [784, 10],
  changed: false,
  training: { ...USUAL_TRAINING, ...training },
});

/** Runs the code up to its training, and gives the network that it built and what it printed. */
async function run(text: string, readFile: (path: string) => string | Uint8Array = () => '') {
  let network: main.Network | undefined;
  const printed: unknown[][] = [];
  const modules = {
    'glassbox-nn': main,
    'glassbox-nn/data': data,
    'glassbox-nn/digits': digits,
    'glassbox-nn/formats': formats,
    'glassbox-nn/sample-digits': samples,
    'glassbox-nn/node': { readMnist: () => samples.sampleDigits() },
    'node:fs/promises': { readFile },
    watched: { built: (one: main.Network) => (network = one), console: { log: (...words: unknown[]) => printed.push(words) } },
  };
  const [building] = text.split('await fit(');
  await runExample({ title: 'shown', code: `import { built, console } from 'watched';\n${building}built(network);` }, modules);
  return { network: network as main.Network, printed };
}

describe('the code that is shown', () => {
  it.each(origins)('builds the network of %j to the bit, and its output', async (origin) => {
    const { network, printed } = await run(code(coded(origin)));
    const expected = buildOrigin(origin) as main.Network;
    expect(readParameters(network)).toEqual(readParameters(expected));
    expect(String(network)).toBe(String(expected));
    const input = expected.sizes[0] === 2 ? [0.3, 0.2] : samples.sampleDigits().test.example(0).input;
    expect(printed[0]?.at(-1)).toEqual(expected.forward(input));
  });

  it('reads the file that the page saves, once knobs were turned', async () => {
    const network = digits.digitNetwork('classic');
    network.layers[0].weights[100] = Math.PI;
    const text = code({ ...coded({ kind: 'ready', ready: 'classic' }), changed: true });
    expect(text).toContain('network-784-16-16-10.json');
    expect(readParameters((await run(text, () => formats.toJson(network))).network)).toEqual(readParameters(network));
  });

  it.each(fileFormats)('reads the file that was opened, by its name and its kind: $name', async ({ ending, write }) => {
    const network = digits.digitNetwork('classic');
    const name = `my net');evil("\u2028${ending}`;
    const asked: string[] = [];
    const text = code({ ...coded({ kind: 'file', name }), sizes: network.sizes });
    const read = (path: string) => {
      asked.push(path);
      return write(network);
    };
    expect(readParameters((await run(text, read)).network)).toEqual(readParameters(network));
    expect(asked).toEqual([name]);
  });

  it('compiles for every optimizer, cost and source', () => {
    const costs = Object.keys(losses) as TrainingSpec['loss'][];
    const trainings = (Object.keys(optimizers) as TrainingSpec['optimizer'][]).map((optimizer, index) => ({
      optimizer,
      loss: costs[index % costs.length] ?? 'usual',
      source: sources[index % sources.length] ?? 'digits',
    }));
    expect(costs.length).toBeLessThanOrEqual(trainings.length);
    const texts = trainings.map((training, index) => code(coded(origins[index] as Origin, training)));
    texts.push(code({ ...coded({ kind: 'ready', ready: 'trained' }), changed: true }));
    texts.push(...fileFormats.map(({ ending }) => code(coded({ kind: 'file', name: `my net${ending}` }))));
    const found = typeErrors(
      join(import.meta.dirname, '../..'),
      texts.map((text) => ({ title: 'shown', code: text })),
    );
    expect(found.flat()).toEqual([]);
  });

  it('teaches by the same settings', async () => {
    const text = code(coded({ kind: 'built', spec: SPIRALS }, { learningRate: 0.02, batchSize: 8, seed: 5 }));
    expect(text).toContain('optimizer: adam({ learningRate: 0.02 }), batchSize: 8, epochs: 3, seed: 5');
  });
});

describe('the sum of the knobs', () => {
  it('is the one of the video, and that of any sizes', () => {
    expect(knobSum([784, 16, 16, 10])).toBe('784\u00d716 + 16 + 16\u00d716 + 16 + 16\u00d710 + 10 = 13,002');
    expect(knobSum([2, 2])).toBe('2\u00d72 + 2 = 6');
    expect(knobSum([784, 256, 256, 10])).toContain('= 269,322');
  });
});

describe('the settings of a network', () => {
  it('build one of the same sizes and activations', () => {
    expect(specOf(digits.digitNetwork('classic'))).toEqual(VIDEO);
    expect(specOf(buildOrigin({ kind: 'built', spec: SPIRALS }) as main.Network)).toEqual(SPIRALS);
  });
});
