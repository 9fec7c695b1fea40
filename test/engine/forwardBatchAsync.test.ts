// A predictor's many outputs while everything else goes on, without threads: those have tests of their own.
import { defineActivation, Network, predictor, relu, softmax } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { errorOf, expectRefusal } from '../support/refusals.js';
import { randomExamples } from '../support/toyData.js';

const inputs = Float32Array.from(randomExamples(300, 8, 3).inputs);
const half = defineActivation({ name: 'half', value: (sum) => sum / 2, derivative: () => 0.5 });

describe('forwardBatchAsync', () => {
  it.each([
    ['built-in activations', relu],
    ["an activation of one's own", half],
  ])('gives what forwardBatch gives, with %s', async (_which, hidden) => {
    const { forwardBatch, forwardBatchAsync } = predictor(new Network([8, 21, 3], { hidden, output: softmax }));
    expect(await forwardBatchAsync(inputs, 300)).toEqual(forwardBatch(inputs, 300));
    const out = new Float32Array(900);
    expect(await forwardBatchAsync(inputs, 300, { out })).toBe(out);
    expect(out).toEqual(forwardBatch(inputs, 300));
    expect(await forwardBatchAsync([], 0)).toEqual(new Float32Array(0));
  });

  it('lets others have their turn', async () => {
    const { forwardBatchAsync } = predictor(new Network([8, 300, 300, 3], { hidden: relu }));
    const order: string[] = [];
    const many = new Float32Array(8 * 2000).fill(1);
    const running = forwardBatchAsync(many, 2000).then(() => order.push('done'));
    await new Promise((resolve) => setTimeout(resolve, 0));
    order.push('another');
    await running;
    expect(order).toEqual(['another', 'done']);
  });

  it('rejects for what forwardBatch throws for', async () => {
    const { forwardBatch, forwardBatchAsync } = predictor(new Network([8, 3]));
    const refused: [unknown, unknown, object?][] = [
      [inputs, 299],
      [inputs, -1],
      [new Uint8Array(8), 1],
      [new Array(8).fill(Number.NaN), 1],
      [new Float32Array(8), 1, { out: new Float32Array(2) }],
      [new Float32Array(8), 1, { out: new Float64Array(3) }],
    ];
    for (const [values, count, options = {}] of refused) {
      const { out } = options as { out?: Float32Array };
      const expected = await errorOf(() => forwardBatch(values as number[], count as number, out));
      expect(await errorOf(() => forwardBatchAsync(values as number[], count as number, options))).toEqual(expected);
    }
    await expectRefusal(() => forwardBatchAsync(inputs, 300, { thread: 1 } as never), 'ArgumentError', 'Did you mean threads?');
    await expectRefusal(() => forwardBatchAsync(inputs, 300, { threads: 2 as never }), 'ArgumentError', 'threads');
  });
});
