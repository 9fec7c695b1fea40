// Learns from a stream, as of a sensor or a log: rows are learnt from as they come in, and no more is kept than a batch of them.
import { adam, Network, Random, softmax, tanh, trainer } from 'glassbox-nn';
import { type Dataset, dataset } from 'glassbox-nn/data';

/** Whole lines of a stream of bytes, which comes in pieces of any length. */
async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of stream) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** Lines of two numbers and a class each, as data sets of `size` examples. */
async function* batchesOf(lines: AsyncIterable<string>, size: number): AsyncGenerator<Dataset> {
  let rows: number[][] = [];
  for await (const line of lines) {
    rows.push(line.split(',').map(Number));
    if (rows.length < size) continue;
    yield dataset({ inputs: rows.map(([x = 0, y = 0]) => [x, y]), labels: rows.map(([, , label = 0]) => label), classes: 2 });
    rows = [];
  }
}

const network = new Network([2, 8, 2], { hidden: tanh, output: softmax });
const training = trainer(network, { optimizer: adam({ learningRate: 0.02 }) });

// In a program of yours: (await fetch(url)).body.
for await (const batch of batchesOf(linesOf(sensor()), 20)) {
  const { step, loss, accuracy = 0 } = training.step(batch);
  if (step % 100 === 0) console.log(`step ${step}: cost ${loss.toFixed(4)}, accuracy ${accuracy}`);
}
console.log(`the middle: ${network.predict([0, 0])}, a corner: ${network.predict([1, 1])}`);

/** Lines of 10,000 points, of class 1 where they are in a circle, in pieces that end anywhere. */
function sensor(): ReadableStream<Uint8Array> {
  const random = new Random(1);
  let count = 0;
  let text = '';
  return new ReadableStream({
    pull(controller) {
      for (; count < 10_000 && text.length < 1000; count++) {
        const [x, y] = [random.uniform(-1, 1), random.uniform(-1, 1)];
        text += `${x.toFixed(3)},${y.toFixed(3)},${Number(x * x + y * y < 0.6)}\n`;
      }
      const length = Math.min(text.length, 1 + random.integer(1000));
      if (length > 0) controller.enqueue(new TextEncoder().encode(text.slice(0, length)));
      else controller.close();
      text = text.slice(length);
    },
  });
}
