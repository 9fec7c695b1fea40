// The first fit of a process: trains for more than 50 ms, and prints what went on meanwhile and what Node loaded for it.
import { backend, fit, Network, tanh } from 'glassbox-nn';
import { circles } from 'glassbox-nn/data';

const { moduleLoadList } = process as unknown as { moduleLoadList: readonly string[] };
const controller = new AbortController();
const began = performance.now();
let turns = 0;
const counting = setInterval(() => {
  turns += 1;
}, 1);
const reason = await fit(new Network([2, 32, 1], { hidden: tanh }), circles(), {
  epochs: 1_000_000,
  signal: controller.signal,
  onEpoch: () => performance.now() - began > 60 && controller.abort('trained'),
}).catch((error: unknown) => error);
clearInterval(counting);
const client = moduleLoadList.filter((name) => name.includes('undici'));
console.log(JSON.stringify({ backend: backend().name, reason, went: turns > 0, client }));
