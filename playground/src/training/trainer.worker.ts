// The worker in which networks are trained, so that the page never waits.
import { DIGITS, readExamples } from './Examples';
import type { FromTrainer, ToTrainer } from './messages';
import { Trainer } from './Trainer';

const files = new Map<string, Promise<Uint8Array>>();

async function fetchBytes(url: string): Promise<Uint8Array> {
  const answer = await fetch(url);
  const total = DIGITS.learn + DIGITS.heldOut;
  if (!answer.ok) throw new Error(`The ${total} digits could not be fetched (${answer.status}): is the page still served?`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** The bytes of a file, fetched once; again if it failed. */
function bytesAt(url: string): Promise<Uint8Array> {
  const bytes = files.get(url) ?? fetchBytes(url);
  files.set(url, bytes);
  bytes.catch(() => files.delete(url));
  return bytes;
}

// A message to itself is later than the messages that wait, and sooner than any timer.
const { port1, port2 } = new MessageChannel();
let next = () => {};
port1.onmessage = () => next();

const trainer = new Trainer({
  post: (message: FromTrainer) => postMessage(message),
  load: (beginning) => readExamples(beginning, bytesAt),
  later: (callback, milliseconds) => {
    if (milliseconds >= 1) {
      setTimeout(callback, milliseconds);
      return;
    }
    next = callback;
    port2.postMessage(undefined);
  },
  now: () => performance.now(),
});

addEventListener('message', ({ data }: MessageEvent<ToTrainer>) => {
  void trainer.hear(data);
});
