// Files that PyTorch's own torch.onnx.export wrote: read, and answered as PyTorch answered.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromOnnx } from 'glassbox-nn/formats';
import { expect, it } from 'vitest';

/** Each file by the words in which it says its network; fixtures/exportTorch.py makes them. */
const FILES = {
  "PyTorch 1.13's exporter": 'torch.onnx',
  "PyTorch 1.13's exporter, of biases that are one tensor": 'torchShared.onnx',
  "PyTorch 1.13's exporter, of weights that the file turns itself": 'torchTurned.onnx',
  "PyTorch 2's exporter": 'torch2.onnx',
  "PyTorch 2's exporter, for operators that have no gelu": 'torch2Power.onnx',
  "PyTorch 2's older exporter, for operators that have no gelu": 'torch2Script.onnx',
};

const OLD = {
  network: '6-5-4-3, relu then tanh then softmax, 30+5 + 20+4 + 12+3 = 74 parameters',
  answers: [
    [0.256167769, 0.40844661, 0.335385591],
    [0.242111549, 0.423530847, 0.334357619],
    [0.229211345, 0.437524945, 0.333263755],
  ],
};
const SHARED = {
  network: '6-6-6, relu then identity, 36+6 + 36+6 = 84 parameters',
  answers: [
    [0.220231131, -0.303271741, 0.443907827, 0.313108981, -0.075464301, 0.266939461],
    [-0.00341276, -0.196890339, 0.281225592, -0.143043488, -0.009783034, 0.149546042],
    [-0.045883708, -0.19805561, 0.574091256, -0.33557713, -0.033520792, 0.199073225],
  ],
};
const TURNED = {
  network: '6-4-2, tanh then identity, 24+4 + 8+2 = 38 parameters',
  answers: [
    [0.167105764, -0.013410369],
    [-0.234803244, 0.026112545],
    [-0.426798463, 0.031226797],
  ],
};
const NEW = {
  network: '6-5-4-3, gelu then softplus then softmax, 30+5 + 20+4 + 12+3 = 74 parameters',
  answers: [
    [0.351428061, 0.410285801, 0.238286242],
    [0.345634401, 0.416122854, 0.23824276],
    [0.338234723, 0.423304319, 0.238461033],
  ],
};

it.each(Object.entries(FILES))('a file of %s answers here as it does in PyTorch', (_, name) => {
  const network = fromOnnx(readFileSync(join(import.meta.dirname, 'fixtures', name)));
  const expected = { 'torch.onnx': OLD, 'torchShared.onnx': SHARED, 'torchTurned.onnx': TURNED }[name] ?? NEW;
  expect(String(network)).toBe(expected.network);
  for (const [row, answers] of expected.answers.entries()) {
    const input = Float32Array.from({ length: 6 }, (_, column) => -2 + (4 * (row * 6 + column)) / 17);
    for (const [index, value] of network.forward(input).entries()) {
      expect(Math.abs(value - (answers[index] as number))).toBeLessThan(1e-6);
    }
  }
});
