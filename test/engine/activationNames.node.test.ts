// The names of the activations, and which derivatives read the weighted sums, are read in the core's own source.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ACTIVATIONS, activationExports, activationNames } from '../../scripts/activationNames.js';

const FILE = 'src/engine/assembly/activations.ts';

const source = `
export const CUSTOM: u32 = 0;
export const LEAKY_RELU: u32 = 1;
export const GELU: u32 = 2;
const LEAK: f32 = 0.01;

export function derivativeOf(activation: u32, sum: v128, activated: v128): v128 {
  switch (activation) {
    case LEAKY_RELU:
      return v128.bitselect(one, f32x4.splat(LEAK), positive(activated));
    case GELU: {
      const half = f32x4.mul(sum, f32x4.splat(0.5));
      return half;
    }
    default:
      return one;
  }
}
`;

it('takes the names by their numbers, and the derivatives whose case reads the sum', () => {
  const text = activationNames(source);
  expect(text).toContain("export const ACTIVATIONS = ['custom', 'leakyRelu', 'gelu'];\n");
  expect(text).toContain("export const KEEPS_SUMS = ['custom', 'gelu'];\n");
});

it('exports all but the custom one', () => {
  expect(activationExports(source)).toContain(
    "\nexport { leakyRelu } from './leakyRelu.js';\nexport { gelu } from './gelu.js';\n",
  );
  expect(activationExports(source)).not.toContain('custom');
});

it('is what is committed', () => {
  const [text, names, exports] = [ACTIVATIONS.source, ACTIVATIONS.names, ACTIVATIONS.exports].map((path) =>
    readFileSync(path, 'utf8'),
  );
  expect(names).toBe(activationNames(text));
  expect(exports).toBe(activationExports(text));
});

it('refuses numbers with a gap, and a source without the derivatives', () => {
  expect(() => activationNames(source.replace('GELU: u32 = 2', 'GELU: u32 = 3'))).toThrow(
    `${FILE}: GELU: expected the number 2, got 3.`,
  );
  expect(() => activationNames(source.replace('derivativeOf', 'other'))).toThrow(`${FILE}: expected a function derivativeOf`);
});
