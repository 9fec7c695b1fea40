// A sensor learnt online: the next value is told from the last sixteen, and in the middle the machine that it watches changes.
import { adam, copyOf, identity, Network, Random, tanh, trainer } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';

const WINDOW = 16;
const HALF = 4000;

/** 8000 values of a machine that turns. From the middle on it turns faster, and the sensor shows less, around another value. */
function* sensor(): Generator<number> {
  const random = new Random(1);
  let turn = 0;
  for (let i = 0; i < 2 * HALF; i++) {
    turn += i < HALF ? 0.4 : 0.6;
    const wave = Math.sin(turn) + 0.4 * Math.sin(3 * turn);
    yield (i < HALF ? wave : 0.6 * wave + 0.8) + random.normal(0, 0.05);
  }
}

const network = new Network([WINDOW, 16, 1], { hidden: tanh, output: identity });
const training = trainer(network, { optimizer: adam({ learningRate: 0.003 }) });
let stopped = network;

let window: number[] = [];
let count = 0;
const sums = { learning: 0, stopped: 0, last: 0 };
console.log('mean absolute error   learning   stopped  last value');
for (const value of sensor()) {
  if (window.length === WINDOW) {
    // The value is told before it is learnt from, so none of them was seen before.
    sums.learning += Math.abs((network.forward(window)[0] ?? 0) - value);
    sums.stopped += Math.abs((stopped.forward(window)[0] ?? 0) - value);
    sums.last += Math.abs((window.at(-1) ?? 0) - value);
    training.step(dataset({ inputs: [window], targets: [[value]] }));
  }
  window = [...window.slice(1 - WINDOW), value];
  count += 1;
  if (count === HALF) stopped = copyOf(network); // it learns no more
  if (count % 1000 !== 0) continue;
  const errors = [sums.learning, sums.stopped, sums.last].map((sum) => (sum / 1000).toFixed(3).padStart(11));
  console.log(`values to ${count}     ${errors.join('')}${count === HALF ? '  now the machine changes' : ''}`);
  Object.assign(sums, { learning: 0, stopped: 0, last: 0 });
}
