// The peers are not installed where types alone are checked: to TypeScript they are modules of anything.
declare module '@jax-js/jax';
declare module '@tensorflow/tfjs';
declare module '@tensorflow/tfjs-backend-wasm';
declare module 'brain.js';
declare module 'convnetjs';
declare module 'onnxruntime-node';
declare module 'onnxruntime-web';
