// A file that PyTorch's own torch.onnx.export wrote: read, and answered as PyTorch answered.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromOnnx } from 'glassbox-nn/formats';
import { expect, it } from 'vitest';

/** What fixtures/exportTorch.py printed for three inputs. */
const ANSWERS = [
  [0.256167769, 0.40844661, 0.335385591],
  [0.242111549, 0.423530847, 0.334357619],
  [0.229211345, 0.437524945, 0.333263755],
];

it('a file of torch.onnx.export answers here as it does in PyTorch', () => {
  const network = fromOnnx(readFileSync(join(import.meta.dirname, 'fixtures/torch.onnx')));
  expect(String(network)).toBe('6-5-4-3, relu then tanh then softmax, 30+5 + 20+4 + 12+3 = 74 knobs');
  for (const [row, answers] of ANSWERS.entries()) {
    const input = Float32Array.from({ length: 6 }, (_, column) => -2 + (4 * (row * 6 + column)) / 17);
    for (const [index, value] of network.forward(input).entries()) {
      expect(Math.abs(value - (answers[index] as number))).toBeLessThan(1e-6);
    }
  }
});
