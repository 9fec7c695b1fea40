export { argmax } from './argmax.js';
export { expFloat32 } from './expFloat32.js';
export { exp, log } from './expLog.js';
export { matrixTimesMatrix, matrixTimesTranspose, outerProduct, transpose, transposeTimesMatrix } from './matrices.js';
export { addOuterProduct, matrixTimesVector, transposeTimesVector } from './matrixVector.js';
export { tanhFloat32 } from './tanh.js';
export { add, axpy, dot, map, scale, sum } from './vectors.js';
