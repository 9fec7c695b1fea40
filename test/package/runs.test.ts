// The packed package as JavaScript: required, imported, both at once, and built by Vite.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { installPackage } from './pack.js';

const project = installPackage({});
const installed = join(project.folder, 'node_modules/glassbox-nn');

describe('the packed package', () => {
  it('has no dependencies and no scripts at install', () => {
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    expect(manifest.name).toBe('glassbox-nn');
    for (const kind of ['dependencies', 'peerDependencies', 'optionalDependencies']) expect(manifest).not.toHaveProperty(kind);
    expect(Object.keys(manifest.scripts)).not.toEqual(
      expect.arrayContaining(['preinstall', 'install', 'postinstall', 'prepare']),
    );
    expect(readdirSync(join(project.folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['glassbox-nn']);
  });

  it('holds its licence, notice, change log, the card of its networks and built files, and no sources', () => {
    const { exports } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    const doors = Object.keys(exports).flatMap((name) => /^\.\/([\w-]+)$/.exec(name)?.[1] ?? []);
    const parts = ['CHANGELOG.md', 'LICENSE', 'NOTICE', 'README.md', 'dist', 'docs', 'package.json'];
    expect(readdirSync(installed).sort()).toEqual([...parts, ...doors].sort());
    for (const door of doors) expect(readdirSync(join(installed, door))).toEqual(['package.json']);
    expect(readdirSync(join(installed, 'docs'))).toEqual(['digits.md']);
  });

  it('runs no text as code, and needs Node behind the door for Node alone', () => {
    for (const name of readdirSync(join(installed, 'dist')).filter((name) => /\.c?js$/.test(name))) {
      const text = readFileSync(join(installed, 'dist', name), 'utf8');
      expect(text, name).not.toMatch(/\beval\s*\(|\bnew Function\b|\bFunction\s*\(/);
      if (!/^(node|bin)\.c?js$/.test(name)) expect(text, name).not.toMatch(/['"`]node:|\bprocess\.|\bBuffer\b/);
    }
  });

  it('works in a CommonJS program, through every door', () => {
    project.write(
      'program.cjs',
      `const { Network } = require('glassbox-nn');
       const { xor } = require('glassbox-nn/data');
       const { toJson, fromJson } = require('glassbox-nn/formats');
       const { recognize } = require('glassbox-nn/digits');
       const { digitPicture, toSvg } = require('glassbox-nn/pictures');
       const { sampleDigits } = require('glassbox-nn/sample-digits');
       const { readMnist } = require('glassbox-nn/node');
       const { webThreads } = require('glassbox-nn/browser');
       const network = fromJson(toJson(new Network([784, 16, 16, 10])));
       const { name } = require('glassbox-nn/package.json');
       console.log(network.parameterCount, xor().count, typeof readMnist, webThreads(2).missing, name);
       console.log(recognize(sampleDigits().test.example(7).input).digit, toSvg(digitPicture([0, 1, 1, 0])).slice(0, 4));`,
    );
    expect(project.run('program.cjs')).toBe(
      '13002 4 function this is no page; glassbox-nn/node has nodeThreads. glassbox-nn\n7 <svg\n',
    );
  });

  it('works in an ESM program, through every door', () => {
    project.write(
      'program.mjs',
      `import { Network } from 'glassbox-nn';
       import { xor } from 'glassbox-nn/data';
       import { fromJson, toJson } from 'glassbox-nn/formats';
       import { recognize } from 'glassbox-nn/digits';
       import { digitPicture, toSvg } from 'glassbox-nn/pictures';
       import { sampleDigits } from 'glassbox-nn/sample-digits';
       import { readMnist } from 'glassbox-nn/node';
       import { webThreads } from 'glassbox-nn/browser';
       const network = fromJson(toJson(new Network([784, 16, 16, 10])));
       console.log(network.parameterCount, xor().count, typeof readMnist, webThreads(2).count);
       console.log(recognize(sampleDigits().test.example(7).input).digit, toSvg(digitPicture([0, 1, 1, 0])).slice(0, 4));`,
    );
    expect(project.run('program.mjs')).toBe('13002 4 function 2\n7 <svg\n');
  });

  it('has a program that reads digits, plainly where it is piped, and fails with 2 where it is asked for what cannot be', () => {
    const program = join(project.folder, 'node_modules/.bin/glassbox-nn');
    expect(project.run(program, '--seed', '3')).toMatch(/^Test digit \d+:\n[\n -~]+It says \d[\n -~]+$/);
    expect(project.run(program, '--help')).toContain('--network NAME');
    expect(project.run(program, '--version')).toMatch(/^\d+\.\d+\.\d+\n$/);
    const wrong = spawnSync(process.execPath, [program, 'ten'], { encoding: 'utf8' });
    expect(wrong).toMatchObject({ status: 2, stdout: '' });
    expect(wrong.stderr).toContain('expected a whole number from 0 to 9, got ten');
  });

  it('shows its values under their own names', () => {
    project.write(
      'names.mjs',
      `import { Layer, Network, Random } from 'glassbox-nn';
       import { xor } from 'glassbox-nn/data';
       const values = [xor(), new Random(1), new Layer(2, 1), new Network([2, 1])];
       console.log(values.map((value) => value.constructor.name).join(' '));`,
    );
    expect(project.run('names.mjs')).toBe('Dataset Random Layer Network\n');
  });

  it('trains by threads of either build to the same bits, and the program ends by itself', () => {
    project.write(
      'threads.mjs',
      `import { createRequire } from 'node:module';
       import { fit, Network, relu, softmax, train } from 'glassbox-nn';
       import { circles } from 'glassbox-nn/data';
       import { nodeThreads } from 'glassbox-nn/node';
       const cjs = createRequire(import.meta.url)('glassbox-nn/node');
       let workers = 0;
       process.on('worker', () => workers++);
       async function weights(learn) {
         const network = new Network([2, 64, 2], { hidden: relu, output: softmax });
         await learn(network, circles());
         return JSON.stringify(network.layers.map((layer) => [...layer.weights, ...layer.biases]));
       }
       const results = [
         await weights(train),
         await weights((network, data) => fit(network, data, { threads: nodeThreads(2, { leastWork: 0 }) })),
         await weights((network, data) => fit(network, data, { threads: cjs.nodeThreads(3, { leastWork: 0 }) })),
       ];
       console.log(new Set(results).size, workers);`,
    );
    expect(project.run('threads.mjs')).toBe('1 5\n');
  });

  it('trains a network of the one build with the other, both loaded in one process, to the same bits', () => {
    project.write(
      'both.mjs',
      `import { createRequire } from 'node:module';
       import * as esm from 'glassbox-nn';
       import * as esmData from 'glassbox-nn/data';
       import * as esmFormats from 'glassbox-nn/formats';
       const require = createRequire(import.meta.url);
       const cjs = require('glassbox-nn');
       const cjsData = require('glassbox-nn/data');
       const cjsFormats = require('glassbox-nn/formats');
       if (esm.Network === cjs.Network) throw new Error('there is one copy only');
       const weights = (a, b, data) => {
         const network = new a.Network([2, 8, 1], { hidden: a.tanh, seed: 3 });
         const before = network.layers[0].weights.slice();
         b.train(network, data, { epochs: 50, optimizer: a.adam({ learningRate: 0.05 }), loss: a.quadratic });
         if (before.every((weight, index) => weight === network.layers[0].weights[index])) throw new Error('nothing was learned');
         const layers = new b.Network([...network.layers]).layers;
         if (b.evaluate(network, data).loss !== a.evaluate(network, data).loss) throw new Error('two answers');
         return JSON.stringify(layers.map((layer) => [...layer.weights, ...layer.biases]));
       };
       const results = [
         weights(esm, esm, esmData.xor()), weights(esm, cjs, esmData.xor()), weights(cjs, esm, esmData.xor()),
         weights(esm, esm, cjsData.xor()), weights(esm, cjs, cjsData.xor()), weights(cjs, cjs, cjsData.xor()),
       ];
       const mixed = new esm.Network([new cjs.Layer(3, 3), new esm.Layer(3, 3), new cjs.Layer(3, 3)]);
       const drawn = ({ layers }) => JSON.stringify(layers.map((layer) => [...layer.weights]));
       if (drawn(mixed) !== drawn(new esm.Network([3, 3, 3, 3]))) throw new Error('layers of the other build are drawn otherwise');
       const saved = cjsFormats.toJson(new esm.Network([2, 1], { hidden: esm.relu }));
       if (esmFormats.fromJson(saved).parameterCount !== 3) throw new Error('saved');
       console.log(new Set(results).size);`,
    );
    expect(project.run('both.mjs')).toBe('1\n');
  });

  it('waits for an aborted fit of the other build, and for none that goes on (case 305)', () => {
    project.write(
      'restart.mjs',
      `import { createRequire } from 'node:module';
       import { fit, Network } from 'glassbox-nn';
       import { xor } from 'glassbox-nn/data';
       const cjs = createRequire(import.meta.url)('glassbox-nn');
       const network = new Network([2, 3, 1]);
       const controller = new AbortController();
       const first = fit(network, xor(), { signal: controller.signal, onBatch: () => new Promise(setImmediate) }).catch((reason) => reason);
       const code = await cjs.fit(network, xor()).catch((error) => error.code);
       controller.abort('stopped');
       const { length } = await cjs.fit(network, xor(), { epochs: 3 });
       console.log(code, await first, length);`,
    );
    expect(project.run('restart.mjs')).toBe('STATE stopped 3\n');
  });

  it('has the same bits where Node has no WebAssembly, and says so', () => {
    project.write(
      'bits.mjs',
      `import { backend, Network, train } from 'glassbox-nn';
       import { circles } from 'glassbox-nn/data';
       const network = new Network([2, 17, 1], { seed: 1 });
       train(network, circles({ count: 40 }), { epochs: 3 });
       const parameters = network.layers.flatMap((layer) => [...layer.weights, ...layer.biases]);
       console.log(JSON.stringify({ ...backend(), parameters }));`,
    );
    const [usual, without] = [[], ['--jitless']].map((flags) => JSON.parse(project.run(...flags, 'bits.mjs')));
    expect([usual.name, without.name]).toEqual(['webassembly', 'javascript']);
    expect(without.reason).toContain('WebAssembly does not work here');
    expect(without.parameters).toEqual(usual.parameters);
  });

  it('is built by Vite into a small page', async () => {
    project.write('index.html', '<!doctype html><script type="module" src="./main.js"></script>');
    project.write(
      'main.js',
      `import { Network } from 'glassbox-nn';
       import { xor } from 'glassbox-nn/data';
       document.title = String(new Network([2, 1]).forward(xor().example(1).input)[0]);`,
    );
    const result = await build({
      root: project.folder,
      logLevel: 'error',
      build: { write: false, modulePreload: { polyfill: false } },
    });
    const { output } = result as Exclude<typeof result, readonly unknown[] | { close: unknown }>;
    const code = output.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
    expect(code).toContain('document.title=');
    expect(code.length).toBeGreaterThan(1000);
    expect(code.length).toBeLessThan(60_000);
  });
});
