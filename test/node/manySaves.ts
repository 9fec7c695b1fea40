// Saves a file many times: one of several programs that do so at once, each perhaps in a container of its own.
import { saveCheckpoint } from 'glassbox-nn/node';

const [, , path = '', saves = '1', value = '0'] = process.argv;
const bytes = new Uint8Array(100_000).fill(Number(value));
const faults: string[] = [];
for (let save = 0; save < Number(saves); save++) {
  await saveCheckpoint(path, bytes).catch((error: Error) => faults.push(error.message));
}
console.log(JSON.stringify({ pid: process.pid, faults }));
