// A program: how many bytes of the heap each call of a predictor takes, as JSON. Run it by `node --expose-gc --single-threaded`, in a
// process of its own: there nothing else allocates, and code is compiled at the same call however busy the machine is.
import { Network, predictor } from 'glassbox-nn';

/** So few that what they leave behind is not collected in between. */
const CALLS = 3000;
/** Work that is done before, so that its code is compiled. */
const CALLS_BEFORE = 100_000;

const { forward, predict, forwardBatch, predictBatch } = predictor(new Network([20, 16, 10]));
const input = new Float32Array(20).fill(0.5);
const out = new Float32Array(10);
const answers = new Int32Array(1);

const calls: Record<string, () => void> = {
  forward: () => forward(input, out),
  predict: () => predict(input),
  forwardBatch: () => forwardBatch(input, 1, out),
  predictBatch: () => predictBatch(input, 1, answers),
  'forward without out': () => forward(input),
};

/** Bytes of a call: the least of five averages, since what a call itself takes is in all of them. */
function bytesOf(call: () => void): number {
  const work = (count: number) => {
    for (let i = 0; i < count; i++) call();
  };
  work(CALLS_BEFORE);
  const averages = Array.from({ length: 5 }, () => {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    work(CALLS);
    return (process.memoryUsage().heapUsed - before) / CALLS;
  });
  return Math.min(...averages);
}

console.log(JSON.stringify(Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, bytesOf(call)]))));
