// Every kind of file that grows.
import { anyGrowers } from './any.js';
import { checkpointGrowers } from './checkpoint.js';
import { csvGrowers } from './csv.js';
import type { Grower } from './Grower.js';
import { gzipGrowers } from './gzip.js';
import { idxGrowers } from './idx.js';
import { jsonGrowers } from './json.js';
import { numpyGrowers } from './numpy.js';
import { onnxGrowers } from './onnx.js';
import { safetensorsGrowers, tensorGrowers } from './safetensors.js';
import { tensorFlowGrowers } from './tensorflow.js';

export const growers: readonly Grower[] = [
  ...idxGrowers,
  ...gzipGrowers,
  ...numpyGrowers,
  ...csvGrowers,
  ...jsonGrowers,
  ...safetensorsGrowers,
  ...tensorGrowers,
  ...checkpointGrowers,
  ...onnxGrowers,
  ...tensorFlowGrowers,
  ...anyGrowers,
];
