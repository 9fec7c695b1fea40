// MNIST's test digits for a test, in Node and in Chromium alike.
import { fromBase64 } from './trainingDigits.js';

declare module 'vitest/browser' {
  interface BrowserCommands {
    readTestDigits(count: number, from?: number): Promise<{ readonly images: string; readonly labels: string }>;
  }
}

/** IDX bytes, header included, of `count` MNIST test images, those `from` on, and their labels: to evaluate on, never to choose by. */
export async function testDigits(count: number, from = 0): Promise<{ images: Uint8Array; labels: Uint8Array }> {
  const { images, labels } = await digitsInBase64(count, from);
  return { images: fromBase64(images), labels: fromBase64(labels) };
}

async function digitsInBase64(count: number, from: number) {
  if ('document' in globalThis) {
    const { commands } = await import('vitest/browser');
    return commands.readTestDigits(count, from);
  }
  const { readTestDigits } = await import('./readTrainingDigits.js');
  return readTestDigits(count, from);
}
