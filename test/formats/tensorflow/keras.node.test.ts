// Models that Keras 3 itself described: read, and answered as Keras answered.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromTensorFlow } from 'glassbox-nn/formats';
import { expect, it } from 'vitest';

/** What fixtures/saveKeras.py printed for three inputs. */
const ANSWERS = [
  [0.306225657, 0.330818862, 0.362955481],
  [0.307207733, 0.358346283, 0.334445953],
  [0.108953282, 0.649847388, 0.241199344],
];

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name));

it.each(['sequential', 'functional'])('a %s model of Keras 3 answers here as it does there', (name) => {
  const network = fromTensorFlow({ 'model.json': fixture(`${name}.json`), 'weights.bin': fixture('weights.bin') });
  expect(String(network)).toBe('6-5-4-3, elu then leakyRelu then softmax, 30+5 + 20+4 + 12+3 = 74 parameters');
  for (const [row, answers] of ANSWERS.entries()) {
    const input = Float32Array.from({ length: 6 }, (_, column) => -2 + (4 * (row * 6 + column)) / 17);
    for (const [index, value] of network.forward(input).entries()) {
      expect(Math.abs(value - (answers[index] as number))).toBeLessThan(1e-6);
    }
  }
});
