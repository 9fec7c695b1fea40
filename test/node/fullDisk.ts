// Tries to save more than there is room for, and prints the error.
import { saveCheckpoint } from 'glassbox-nn/node';

// Otherwise a file that may not grow ends the program.
process.on('SIGXFSZ', () => {});

const [, , path = ''] = process.argv;
const fault = await saveCheckpoint(path, new Uint8Array(1_000_000)).catch((error) => error);
console.log(JSON.stringify({ code: fault?.code, path: fault?.path, named: String(fault).includes(path) }));
