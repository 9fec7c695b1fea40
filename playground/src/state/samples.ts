// Handwritten digits to try the network with. They are fetched when someone first asks for one.
import { announce } from './announcements';
import { put } from './pen';

let asked = 0;

/** The sample digits; they are half a megabyte, and so no part of the page's first load. */
export async function loadSamples() {
  const { sampleDigits } = await import('glassbox-nn/sample-digits');
  return sampleDigits();
}

/** Puts one of MNIST's test digits on the field: a 0, then a 1, and so on. */
export async function anotherDigit(): Promise<void> {
  const { test } = await loadSamples();
  const { input, label } = test.example(asked++ % test.count);
  put(Float32Array.from(input));
  announce(`A sample digit: ${label}`);
}
