// How large a network may be: the limits themselves are allowed, and one more is not.
import { expect, it } from 'vitest';
import { checkColumnCount, checkParameterCount } from '../../src/model/limits.js';
import { thrownBy } from '../support/thrownBy.js';

it('ten thousand sizes or layers are allowed, and one more is not (case 7)', () => {
  expect(() => checkColumnCount(10_000)).not.toThrow();
  const error = thrownBy(() => checkColumnCount(10_001));
  expect(error).toMatchObject({ name: 'LimitError', code: 'LIMIT' });
  expect(error.message).toBe('Network: expected at most 10000 sizes or layers, got 10001.');
});

it('2^28 weights and biases are allowed, and one more is not (case 7)', () => {
  expect(() => checkParameterCount([2 ** 28 - 1, 1])).not.toThrow();
  expect(() => checkParameterCount([2 ** 27 - 3, 1, 2 ** 25, 2])).not.toThrow();
  expect(thrownBy(() => checkParameterCount([2 ** 28, 1])).message).toBe(
    'sizes 268435456-1: expected at most 268435456 weights and biases, got 268435457. Choose smaller layers.',
  );
});
