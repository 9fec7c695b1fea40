export { argmax } from './argmax.js';
export { exp, expFloat32 } from './exp.js';
export { log } from './log.js';
export { matrixTimesMatrix, matrixTimesTranspose, outerProduct, transpose, transposeTimesMatrix } from './matrices.js';
export { addOuterProduct, matrixTimesVector, transposeTimesVector } from './matrixVector.js';
export { tanhFloat32 } from './tanh.js';
export { add, axpy, dot, map, scale, sum } from './vectors.js';
