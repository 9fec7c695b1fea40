// Numbers of the fields and types of an ONNX file that we write or read.
//
// Source: onnx.proto3 of the ONNX project, version 1.12 and later.

export const MODEL = { irVersion: 1, producerName: 2, graph: 7, opsetImport: 8, metadata: 14, functions: 25 };
export const FUNCTION = { domain: 10 };
export const OPSET = { domain: 1, version: 2 };
export const ENTRY = { key: 1, value: 2 };
export const GRAPH = { node: 1, name: 2, initializer: 5, input: 11, output: 12 };
export const NODE = { input: 1, output: 2, name: 3, operator: 4, attribute: 5, domain: 7 };
export const ATTRIBUTE = { name: 1, float: 2, integer: 3, text: 4, tensor: 5, floats: 7, integers: 8, texts: 9, type: 20 };
export const ATTRIBUTE_TYPE = { float: 1, integer: 2, text: 3, floats: 6, texts: 8 };
export const VALUE = { name: 1, type: 2 };
export const TYPE = { tensor: 1 };
export const TENSOR_TYPE = { element: 1, shape: 2 };
export const SHAPE = { dimension: 1 };
export const DIMENSION = { value: 1, parameter: 2 };
export const TENSOR = {
  ...{ dimensions: 1, type: 2, floats: 4, int32s: 5, texts: 6, int64s: 7 },
  ...{ name: 8, raw: 9, doubles: 10, location: 14 },
};
/** Types of weights. */
export const TENSOR_ELEMENT = { float: 1, float16: 10, double: 11, bfloat16: 16 };
/** Types of texts and whole numbers: names of classes, sides, axes, true or false. */
export const LABEL_ELEMENT = { int32: 6, int64: 7, text: 8, truth: 9 };
