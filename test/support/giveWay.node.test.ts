// Turns of the event loop in Node: what the first one loads, without WebAssembly, and under fake timers.
import { execFileSync } from 'node:child_process';
import { evaluateAsync, fit, Network } from 'glassbox-nn';
import { afterEach, expect, it, vi } from 'vitest';
import { bundleProgram } from '../../scripts/bundleProgram.js';
import { giveWay } from '../../src/support/giveWay.js';
import { randomExamples } from './toyData.js';

afterEach(() => {
  vi.useRealTimers();
});

it.each([
  ['in Node as it is', [], 'webassembly'],
  ['without WebAssembly (case 300)', ['--jitless'], 'javascript'],
] as const)('the first fit of a process gives way %s, and loads no HTTP client', (_, flags, backend) => {
  const program = bundleProgram('test/platforms/firstFit.ts');
  const said = execFileSync(process.execPath, [...flags, program], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  expect(JSON.parse(said)).toEqual({ backend, reason: 'trained', went: true, client: [] });
});

it('a turn and a fit end under fake timers (case 301)', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout'] });
  await giveWay();
  const network = new Network([40, 100, 2]);
  const data = randomExamples(2000, 40, 2);
  expect(await fit(network, data, { epochs: 2 })).toHaveLength(2);
  vi.useFakeTimers();
  expect(await fit(network, data, { epochs: 1 })).toHaveLength(1);
  expect((await evaluateAsync(network, data)).loss).toBeGreaterThan(0);
});
