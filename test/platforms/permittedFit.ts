// A fit with threads by whatever Node permits: prints what it warned of, what is missing, and whether the bits are those without.
import { evaluateAsync, fit, Network, train } from 'glassbox-nn';
import { circles } from 'glassbox-nn/data';
import { nodeThreads } from 'glassbox-nn/node';
import { hashOfNetwork } from '../support/hashOfNetwork.js';

const threads = nodeThreads(2, { leastWork: 0 });
const warnings: string[] = [];
const [alone, shared] = [new Network([2, 8, 1]), new Network([2, 8, 1])];
train(alone, circles());
await fit(shared, circles(), { threads, onWarning: (warning) => warnings.push(warning) });
const { loss } = await evaluateAsync(shared, circles(), { threads });
const same = hashOfNetwork(shared) === hashOfNetwork(alone) && Number.isFinite(loss);
console.log(JSON.stringify({ missing: threads.missing, warnings, same }));
