// Learns from a file of 2 million rows, of 216 MB, and takes less memory than that: it reads a thousand rows at a time.
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adam, Network, Random, relu, softmax, trainer } from 'glassbox-nn';
import { type Dataset, dataset } from 'glassbox-nn/data';

const rowCount = 2_000_000;
const width = 26; // numbers of an input; behind them stands the class, 0 or 1
const batchSize = 1000;
const rows = new Float32Array(batchSize * (width + 1));

// The file, which in a program of yours is there. Whether a row is of class 1 hangs on its first two numbers: they are in a circle.
const folder = await mkdtemp(join(tmpdir(), 'rows-'));
const file = await open(join(folder, 'rows.f32'), 'w+');
const random = new Random(1);
for (let written = 0; written < rowCount; written += batchSize) {
  for (let start = 0; start < rows.length; start += width + 1) {
    for (let column = 0; column < width; column++) rows[start + column] = random.uniform(-1, 1);
    const [x = 0, y = 0] = rows.subarray(start);
    rows[start + width] = Number(x * x + y * y < 0.6);
  }
  await file.write(new Uint8Array(rows.buffer));
}

/** Reads the file from its beginning to its end, a batch at a time. */
async function* batches(): AsyncGenerator<Dataset> {
  const inputs = new Float32Array(batchSize * width);
  const labels = new Int32Array(batchSize);
  for (let read = 0; read < rowCount; read += batchSize) {
    await file.read(new Uint8Array(rows.buffer), { position: read * (width + 1) * 4 });
    for (let row = 0; row < batchSize; row++) {
      const start = row * (width + 1);
      inputs.set(rows.subarray(start, start + width), row * width);
      labels[row] = rows[start + width] ?? 0;
    }
    yield dataset({ inputs, width, labels, classes: 2 });
  }
}

const network = new Network([width, 16, 2], { hidden: relu, output: softmax });
const training = trainer(network, { optimizer: adam({ learningRate: 0.01 }) });
let sum = 0;
let mostMemory = 0;
for await (const batch of batches()) {
  // Measured before the step, so on rows that it has never seen.
  const { step, accuracy = 0 } = training.step(batch);
  sum += accuracy;
  if (step % 500 !== 0) continue;
  console.log(`${step * batchSize} rows: accuracy ${(sum / 500).toFixed(3)} of the last ${500 * batchSize}`);
  sum = 0;
  mostMemory = Math.max(mostMemory, process.memoryUsage.rss());
}

await file.close();
await rm(folder, { recursive: true });
console.log(`less than 200 MB of memory: ${mostMemory < 200e6}`);
