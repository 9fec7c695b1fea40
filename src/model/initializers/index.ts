export { glorotNormal, glorotUniform, xavierNormal, xavierUniform } from './glorot.js';
export { heNormal, heUniform, kaimingNormal, kaimingUniform } from './he.js';
export type { Initializer } from './initializer.js';
export { lecunNormal, lecunUniform } from './lecun.js';
export { constant, normal, uniform, zeros } from './simple.js';
