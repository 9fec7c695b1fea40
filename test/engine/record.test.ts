// Records of the core: where their fields lie, and how they are written.
import { describe, expect, it } from 'vitest';
import { AUGMENTING } from '../../src/engine/augmenting/augmentingFields.js';
import { LAYER, PLAN, PORTION, ROWS } from '../../src/engine/planFields.js';
import { writeRecord } from '../../src/engine/record.js';

describe.each([
  ['Layer', LAYER],
  ['Plan', PLAN],
  ['Portion', PORTION],
  ['Rows', ROWS],
  ['Augmenting', AUGMENTING],
] as const)('the record %s', (_name, shape) => {
  it('has each field at a multiple of its size, right after the one before', () => {
    let end = 0;
    for (const { kind, offset } of Object.values(shape.fields)) {
      const size = kind.endsWith('64') ? 8 : 4;
      expect(offset % size).toBe(0);
      expect(offset - end).toBeGreaterThanOrEqual(0);
      expect(offset - end).toBeLessThan(size);
      end = offset + size;
    }
    expect(end).toBeGreaterThan(5 * 4);
    expect(shape.bytes).toBe(end);
  });
});

it('a record is written field by field, little end first; what is left out is 0, and a u64 is left to others', () => {
  const view = new DataView(new ArrayBuffer(PLAN.bytes + 16));
  for (let i = 0; i < view.byteLength; i++) view.setUint8(i, 0xff);
  writeRecord(view, 8, PLAN, { clipLimit: 1 / 3, layerCount: 7, layers: 9, l1: 1 / 3 });
  const { clipLimit, layerCount, layers, l1, cost, dropHash, loss } = PLAN.fields;
  expect(view.getFloat64(8 + clipLimit.offset, true)).toBe(1 / 3);
  expect(view.getUint32(8 + layerCount.offset, true)).toBe(7);
  expect(view.getUint32(8 + layers.offset, true)).toBe(9);
  expect(view.getFloat32(8 + l1.offset, true)).toBe(Math.fround(1 / 3));
  expect(view.getFloat64(8 + cost.offset, true)).toBe(0);
  expect(view.getUint32(8 + loss.offset, true)).toBe(0);
  expect(view.getBigUint64(8 + dropHash.offset, true)).toBe(2n ** 64n - 1n);
  expect([view.getUint8(7), view.getUint8(8 + PLAN.bytes)]).toEqual([0xff, 0xff]);
});
