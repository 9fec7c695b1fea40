// The worker of page-worker.html: it trains, and sends what it has learned as text.
// A page's import map does not hold in a worker, so it names the file.
import { adam, circles, Network, tanh, toJson, train } from './node_modules/glassbox-nn/dist/glassbox-nn.min.js';

const network = new Network([2, 16, 1], { hidden: tanh });

self.onmessage = ({ data: { epochs } }) => {
  train(network, circles(), {
    optimizer: adam({ learningRate: 0.02 }),
    epochs,
    onEpoch: ({ epoch, loss }) => {
      if (epoch % 50 === 0) postMessage({ epoch, loss });
    },
  });
  postMessage({ text: toJson(network) });
};
