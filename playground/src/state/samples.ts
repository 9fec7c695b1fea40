// Handwritten digits to try the network with. They are fetched when someone first asks for one.
import { announce } from './announcements';
import { notify } from './notices';
import { put } from './pen';

let asked = 0;

/** The sample digits; they are half a megabyte, and so no part of the page's first load. Undefined, with a message, if they cannot be had. */
export async function loadSamples() {
  try {
    const { sampleDigits } = await import('glassbox-nn/sample-digits');
    return sampleDigits();
  } catch {
    notify('The sample digits could not be fetched. Is the page still served? Load it again.');
    return undefined;
  }
}

/** Puts one of MNIST's test digits on the field: a 0, then a 1, and so on. */
export async function anotherDigit(): Promise<void> {
  const samples = await loadSamples();
  if (samples === undefined) return;
  const { input, label } = samples.test.example(asked++ % samples.test.count);
  put(Float32Array.from(input));
  announce(`A sample digit: ${label}`);
}
