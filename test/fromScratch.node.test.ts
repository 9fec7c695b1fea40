// The whole algorithm in one file: it stays short, prints what it says, and comes to the weights of `train`.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { evaluate, Network, quadratic, sgd, train } from 'glassbox-nn';
import { sampleDigits } from 'glassbox-nn/sample-digits';
import ts from 'typescript';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { sigmoidFloat32 } from '../src/model/activations/sigmoid.js';
import { onBoth } from './engine/onBoth.js';

const root = join(import.meta.dirname, '..');
const path = join(root, 'examples/from-scratch.ts');
const text = readFileSync(path, 'utf8');
const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);

let example: typeof import('../examples/from-scratch.js');
const printed: string[] = [];

beforeAll(async () => {
  const log = vi.spyOn(console, 'log').mockImplementation((...words) => void printed.push(words.join(' ')));
  example = await import('../examples/from-scratch.js');
  log.mockRestore();
});

/** The bits of numbers, which tell 0 from -0. */
const bitsOf = (numbers: Iterable<number>) => new Uint32Array(Float32Array.from(numbers).buffer);

/** What `train` and `evaluate` make of the settings of the example. */
function trained() {
  const { seed, epochs, batchSize, learningRate } = example.settings;
  const digits = sampleDigits();
  const network = new Network([784, 16, 16, 10], { seed });
  const optimizer = sgd({ learningRate });
  const history = train(network, digits.train, { optimizer, loss: quadratic, epochs, batchSize, seed });
  const layers = network.layers.map(({ weights, biases }) => ({ weights: bitsOf(weights), biases: bitsOf(biases) }));
  const read = Array.from(digits.test.slice(10, 20), ({ input }) => network.predict(input));
  return { layers, costs: history.map(({ loss }) => loss), accuracy: evaluate(network, digits.test).accuracy, read };
}

describe('examples/from-scratch.ts', () => {
  it('comes to the weights of train, to the bit, on both backends', () => {
    const { layers } = onBoth(trained);
    const weightsOf = (layer: { weights: Float32Array[] }) => layer.weights.flatMap((row) => Array.from(row));
    const bits = example.network.map((layer) => ({ weights: bitsOf(weightsOf(layer)), biases: bitsOf(layer.biases) }));
    expect(bits).toEqual(layers);
  });

  it('learns for several epochs that end in a short batch, from a seed that is not 0', () => {
    const { seed, epochs, batchSize } = example.settings;
    expect(seed).toBeGreaterThan(0);
    expect(epochs).toBeGreaterThan(1);
    expect(sampleDigits().train.count % batchSize).toBeGreaterThan(0);
  });

  it('prints the cost of every epoch as train has it, and reads as many digits as its network', () => {
    const { costs, accuracy = 0, read } = trained();
    expect(printed.slice(0, -1).map((line) => / cost (\S+),/.exec(line)?.[1])).toEqual(costs.map((cost) => cost.toFixed(4)));
    expect(accuracy).toBeGreaterThan(0.8);
    expect(printed.at(-2)).toContain(`reads ${(100 * accuracy).toFixed(1)} % of`);
    expect(printed.at(-1)).toBe(`It reads ten digits, 0 to 9, as ${read.join(' ')}`);
  });

  it('has a sigmoid with the bits of that of the library, however large the number', () => {
    const numbers = [...Array.from({ length: 100_001 }, (_, i) => Math.fround((i - 50_000) / 450)), 1e30, -1e30, 1e-30, -0];
    expect(bitsOf(numbers.map(example.sigmoid))).toEqual(bitsOf(numbers.map(sigmoidFloat32)));
  });
});

describe('the pages that begin with it', () => {
  it.each(['README.md', 'docs/architecture.md', 'docs/course/README.md'])('%s', (page) => {
    const [, target = ''] = /\]\(([^)]*)\)/.exec(readFileSync(join(root, page), 'utf8')) ?? [];
    expect(join(root, dirname(page), target)).toBe(path);
  });

  it('say how well it reads', () => {
    const course = readFileSync(join(root, 'docs/course/README.md'), 'utf8');
    expect(course).toContain(`reads ${/reads (\S+ %)/.exec(printed.at(-2) ?? '')?.[1]} of 500 digits`);
  });
});

describe('the text of examples/from-scratch.ts', () => {
  const statements: ts.Statement[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isStatement(node) && !ts.isBlock(node)) statements.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);

  it('has at most 150 lines of at most 120 columns', () => {
    const lines = text.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(150);
    expect(lines.filter((line) => line.length > 120)).toEqual([]);
  });

  it('has no line on which two statements begin, and no statement that declares two names', () => {
    const lines = statements.map((statement) => file.getLineAndCharacterOfPosition(statement.getStart()).line + 1);
    expect(lines.filter((line, index) => lines.indexOf(line) < index)).toEqual([]);
    const lists = statements.filter(ts.isVariableStatement).map(({ declarationList }) => declarationList.declarations.length);
    expect(lists.filter((length) => length > 1)).toEqual([]);
  });

  it('takes nothing from the library but the digits and the seeded generator', () => {
    const imports = statements.filter(ts.isImportDeclaration).map((statement) => statement.getText());
    expect(imports).toEqual([
      "import { Random } from 'glassbox-nn';",
      "import { sampleDigits } from 'glassbox-nn/sample-digits';",
    ]);
  });
});
