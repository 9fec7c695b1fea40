// Networks to and from files, and side by side, in the playground.
import fc from 'fast-check';
import { digitNetwork } from 'glassbox-nn/digits';
import { sampleDigits } from 'glassbox-nn/sample-digits';
import { describe, expect, it } from 'vitest';
import { compare } from '../../playground/src/model/comparison.js';
import { fileFormats, LARGEST_FILE, readNetwork } from '../../playground/src/model/fileFormats.js';
import { buildNetwork, VIDEO } from '../../playground/src/model/NetworkSpec.js';
import { SPIRALS } from '../../playground/src/model/origins.js';
import { readParameters } from '../../playground/src/model/parameters.js';

const bytesOf = (text: string | Uint8Array<ArrayBuffer>) => (typeof text === 'string' ? new TextEncoder().encode(text) : text);
const messageOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was thrown';
};

describe('a file of the playground', () => {
  it.each(fileFormats)('gives back the same bits and the same answers: $name', ({ write, ending }) => {
    for (const network of [
      digitNetwork(),
      buildNetwork(SPIRALS),
      buildNetwork({ ...VIDEO, hidden: 'gelu', output: 'softmax' }),
    ]) {
      const back = readNetwork(`network${ending}`, bytesOf(write(network)));
      expect(readParameters(back)).toEqual(readParameters(network));
      expect(String(back)).toBe(String(network));
      const input = network.sizes[0] === 2 ? [0.3, 0.2] : sampleDigits().test.example(3).input;
      expect(back.forward(input)).toEqual(network.forward(input));
    }
  });

  it('is refused with a message if it is of another kind, too large, broken, or of sizes that the page cannot show', () => {
    const json = (sizes: readonly number[]) => bytesOf(fileFormats[0]?.write(buildNetwork({ ...VIDEO, sizes })) ?? '');
    expect(messageOf(() => readNetwork('cat.png', new Uint8Array(3)))).toContain('Expected a file that ends in .json');
    expect(messageOf(() => readNetwork('a.json', new Uint8Array(LARGEST_FILE + 1)))).toBe(
      'Expected a file of at most 10 MB, got 10.0 MB.',
    );
    expect(messageOf(() => readNetwork('a.json', bytesOf('{"layers": [')))).toContain('Was the file cut off?');
    expect(messageOf(() => readNetwork('a.json', json([3, 2])))).toContain('got 3 and 2');
    expect(messageOf(() => readNetwork('a.json', json([784, 300, 10])))).toContain('got 784-300-10');
    expect(messageOf(() => readNetwork('a.json', json([2, 1, 1, 1, 1, 1, 1, 1, 2])))).toContain('at most 6 hidden columns');
  });

  it.each(fileFormats)('never breaks the page by any bytes: it gives an error with words: $name', ({ ending, write }) => {
    const whole = bytesOf(write(buildNetwork({ ...SPIRALS, sizes: [2, 3, 2] })));
    // Bytes of no kind, and a file that is cut off, with other bytes after.
    const spoiled = fc
      .tuple(fc.nat({ max: whole.length - 1 }), fc.uint8Array({ maxLength: 20 }))
      .map(([kept, more]) => [...whole.subarray(0, kept), ...more.map((byte) => byte ^ 0x55)]);
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), spoiled), (bytes) => {
        const message = messageOf(() => readNetwork(`a${ending}`, Uint8Array.from(bytes)));
        expect(message.length).toBeGreaterThan(10);
      }),
    );
  });
});

describe('a comparison', () => {
  it('tells both answers and the output where they are furthest apart', () => {
    const { answers, furthest, outputs } = compare(Float32Array.of(0.25, 1, 0.5), Float32Array.of(0.5, 0.25, 0));
    expect(answers).toEqual({ here: 1, other: 0 });
    expect(furthest).toEqual({ output: 1, here: 1, other: 0.25 });
    expect(outputs[2]).toEqual({ output: 2, here: 0.5, other: 0 });
  });

  it('finds nothing apart in a network and itself', () => {
    const outputs = Float32Array.of(0.25, 1);
    expect(compare(outputs, outputs).furthest).toBe(undefined);
  });
});
