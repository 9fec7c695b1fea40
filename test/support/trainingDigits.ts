// MNIST's training digits for a test, in Node and in Chromium alike.

declare module 'vitest/browser' {
  interface BrowserCommands {
    readTrainingDigits(count: number, from?: number): Promise<{ readonly images: string; readonly labels: string }>;
  }
}

/** IDX bytes, header included, of `count` MNIST training images, those `from` on, and their labels. */
export async function trainingDigits(count: number, from = 0): Promise<{ images: Uint8Array; labels: Uint8Array }> {
  const { images, labels } = await digitsInBase64(count, from);
  return { images: fromBase64(images), labels: fromBase64(labels) };
}

async function digitsInBase64(count: number, from: number) {
  if ('document' in globalThis) {
    const { commands } = await import('vitest/browser');
    return commands.readTrainingDigits(count, from);
  }
  const { readTrainingDigits } = await import('./readTrainingDigits.js');
  return readTrainingDigits(count, from);
}

/** The bytes that a text stands for. */
export function fromBase64(text: string): Uint8Array {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let index = 0; index < bytes.length; index++) bytes[index] = characters.charCodeAt(index);
  return bytes;
}
