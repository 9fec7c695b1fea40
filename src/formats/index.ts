/**
 * Networks, classifiers and scalings as files.
 *
 * @module glassbox-nn/formats
 */
export { type CheckpointOptions, type CheckpointPlace, checkpointIn } from './checkpoint/checkpointIn.js';
export { type FromJsonOptions, fromJson, type JsonModels, type LoadedClassifier } from './json/fromJson.js';
export { toJson } from './json/toJson.js';
export type { ModelOf, ScaledNetwork } from './kinds.js';
export { type ToModuleOptions, toModule } from './module/toModule.js';
export { type FromOnnxOptions, fromOnnx, type OnnxModels } from './onnx/fromOnnx.js';
export { type ToOnnxOptions, toOnnx } from './onnx/toOnnx.js';
export { type FromSafetensorsOptions, fromSafetensors, type SafetensorsModels } from './safetensors/fromSafetensors.js';
export { parseSafetensors } from './safetensors/parseSafetensors.js';
export type { Safetensors, SafetensorsTensor, SafetensorsType } from './safetensors/safetensorsTypes.js';
export { toSafetensors } from './safetensors/toSafetensors.js';
export { type FromTensorFlowOptions, fromTensorFlow, type TensorFlowModels } from './tensorflow/fromTensorFlow.js';
export { type TensorFlowFiles, toTensorFlow } from './tensorflow/toTensorFlow.js';
