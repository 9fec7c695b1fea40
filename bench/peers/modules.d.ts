// The peers are not installed for those who only check types: to TypeScript they are modules of anything.
declare module '@jax-js/jax';
declare module '@tensorflow/tfjs';
declare module '@tensorflow/tfjs-backend-wasm';
declare module 'brain.js';
declare module 'convnetjs';
declare module 'onnxruntime-node';
declare module 'onnxruntime-web';
