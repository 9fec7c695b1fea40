// A training that was stopped goes on where it was, and comes to the bits of one that never was.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adam, type EpochRecord, fit, Network, relu, softmax } from 'glassbox-nn';
import { fileCheckpoint } from 'glassbox-nn/node';
import { sampleDigits } from 'glassbox-nn/sample-digits';

const digits = sampleDigits().train;
const newNetwork = () => new Network([784, 16, 16, 10], { hidden: relu, output: softmax });
const options = { optimizer: adam(), epochs: 6 };
const show = ({ epoch, loss }: EpochRecord) => console.log(`epoch ${epoch}: loss ${loss.toFixed(4)}`);

// In a program of yours, a file that stays; and no more than this line changes.
const folder = await mkdtemp(join(tmpdir(), 'resume-'));
const checkpoint = fileCheckpoint(join(folder, 'digits.checkpoint'));

const stop = new AbortController(); // Ctrl-C: process.once('SIGINT', () => stop.abort())
const stopping = (record: EpochRecord) => {
  show(record);
  if (record.epoch === 3) stop.abort();
};
const stopped = fit(newNetwork(), digits, { ...options, checkpoint, onEpoch: stopping, signal: stop.signal });
await stopped.catch(({ name }) => console.log(`${name}: all is saved`));

// The same program, started again: the file is there, so it goes on.
const network = newNetwork();
await fit(network, digits, { ...options, checkpoint, onEpoch: show });

const undisturbed = newNetwork();
await fit(undisturbed, digits, options);
console.log(network.layers.every(({ weights }, layer) => String(weights) === String(undisturbed.layers[layer]?.weights))); // true
