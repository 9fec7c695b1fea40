// Training in a worker: the program's own thread stays free, hears how far it is, and gets the network as text.
// Plain JavaScript, since a worker of Node 20 starts without whatever made TypeScript run in the main thread.
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { adam, evaluate, Network, tanh, train } from 'glassbox-nn';
import { circles } from 'glassbox-nn/data';
import { fromJson, toJson } from 'glassbox-nn/formats';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url)); // this same file, in a thread of its own
  let turns = 0;
  const turning = setInterval(() => turns++, 1); // stands for what else your program has to do
  worker.on('message', ({ epoch, loss, text }) => {
    if (epoch) console.log(`epoch ${epoch}: cost ${loss.toFixed(4)}`);
    if (!text) return;
    clearInterval(turning);
    const network = fromJson(text);
    console.log(`It came back: ${network}`);
    console.log(`Points it never saw: ${100 * evaluate(network, circles({ seed: 1 })).accuracy} % right`);
    console.log(turns > 0 ? 'Other things went on meanwhile.' : 'Nothing else moved.');
  });
} else {
  const network = new Network([2, 16, 1], { hidden: tanh });
  train(network, circles(), {
    optimizer: adam({ learningRate: 0.02 }),
    epochs: 200,
    onEpoch: ({ epoch, loss }) => {
      if (epoch % 50 === 0) parentPort.postMessage({ epoch, loss });
    },
  });
  parentPort.postMessage({ text: toJson(network) });
}
