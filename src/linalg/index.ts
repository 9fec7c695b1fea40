export { argmax } from './argmax.js';
export { exp } from './exp.js';
export { expFloat32 } from './expFloat32.js';
export { log } from './log.js';
export { matrixTimesMatrix, matrixTimesTranspose, outerProduct, transpose, transposeTimesMatrix } from './matrices.js';
export { addOuterProduct, matrixTimesVector, transposeTimesVector } from './matrixVector.js';
export { tanhFloat32 } from './tanh.js';
export { add, axpy, dot, map, scale, sum } from './vectors.js';
