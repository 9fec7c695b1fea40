// Saves a trained network as a file, and reads it back: it gives the same bits.
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adam, Network, tanh, train } from 'glassbox-nn';
import { xor } from 'glassbox-nn/data';
import { fromJson, toJson } from 'glassbox-nn/formats';

const network = new Network([2, 4, 1], { hidden: tanh });
train(network, xor(), { optimizer: adam({ learningRate: 0.1 }), epochs: 200 });

const path = join(tmpdir(), 'network.json');
await writeFile(path, toJson(network));
const loaded = fromJson(await readFile(path, 'utf8'));

console.log(String(loaded));
console.log(loaded.forward([1, 0])[0] === network.forward([1, 0])[0]); // true
