// TensorFlow.js on the backend that the argument names: import, build, one forward pass.
import tf from '@tensorflow/tfjs';

const backend = process.argv[2];
if (backend === 'wasm') await import('@tensorflow/tfjs-backend-wasm');
await tf.setBackend(backend);
const model = tf.sequential({
  layers: [
    tf.layers.dense({ units: 16, activation: 'sigmoid', inputShape: [784] }),
    tf.layers.dense({ units: 16, activation: 'sigmoid' }),
    tf.layers.dense({ units: 10, activation: 'sigmoid' }),
  ],
});
model.predict(tf.zeros([1, 784])).dataSync();
process.exit();
