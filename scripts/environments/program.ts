// What every environment runs: it trains, saves, reads back and recognizes, and prints all of it in a line. It stands alone, for it is copied.
import { adam, backend, fit, Network, relu } from 'glassbox-nn';
import { circles } from 'glassbox-nn/data';
import { recognize } from 'glassbox-nn/digits';
import { fromJson, fromSafetensors, toJson, toSafetensors } from 'glassbox-nn/formats';

/** Long enough for `fit` to give way, by the core too: it works for 3 ms at a time. */
const EPOCHS = 60;

/** A seven, in one stroke. */
const SEVEN = [
  [
    { x: 4, y: 4 },
    { x: 24, y: 4 },
    { x: 12, y: 26 },
  ],
];

/**
 * The line that programText.ts finds again: bits to compare, and what may differ.
 *
 * @param timers - Whether turns are counted, by timers. Some clocks stand still while a timer waits.
 */
export async function program(timers = true): Promise<string> {
  const network = new Network([2, 24, 24, 2], { hidden: relu, seed: 1 });
  const began = Date.now();
  let epochs = 0;
  let turns = 0;
  let training = timers;
  // Counts the turns that others have while it trains.
  const takeTurn = () => {
    if (!training) return;
    turns++;
    setTimeout(takeTurn, 0);
  };
  if (timers) setTimeout(takeTurn, 0);
  const history = await fit(network, circles({ count: 300 }), {
    optimizer: adam({ learningRate: 0.01 }),
    epochs: EPOCHS,
    batchSize: 10,
    validationData: circles({ count: 100, seed: 2 }),
    onEpoch: () => {
      epochs++;
    },
  });
  training = false;
  const milliseconds = Date.now() - began;
  // Some have no TextEncoder, as Jest's jsdom: what needs none must work there.
  const saved = typeof TextEncoder === 'undefined' ? network : fromSafetensors(toSafetensors(network));
  const read = fromJson(toJson(saved));
  const seven = recognize(SEVEN);
  let sum = 0;
  for (const { weights, biases } of read.layers) {
    for (const parameter of [...weights, ...biases]) {
      const bits = new Uint32Array(new Float32Array([parameter]).buffer)[0] ?? 0;
      sum = (Math.imul(sum, 31) + bits) >>> 0;
    }
  }
  const last = history.at(-1);
  const bits = [sum.toString(16), epochs, last?.loss, last?.validation?.loss, seven.digit, seven.confidence].join('/');
  return `glassbox-nn: bits ${bits} by ${backend().name} in ${milliseconds} ms, ${timers ? turns : 'uncounted'} turns.`;
}
