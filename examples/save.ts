// A network as a file, and back.
// #region save
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Network } from 'glassbox-nn';
import { fromJson, toJson } from 'glassbox-nn/formats';

const network = new Network([2, 3, 1]);
const path = join(tmpdir(), 'network.json');
await writeFile(path, toJson(network));

const loaded = fromJson(await readFile(path, 'utf8'));
console.log(loaded.forward([1, 0])[0] === network.forward([1, 0])[0]); // true
// #endregion save
