// brain.js: import, build, one forward pass.
import brain from 'brain.js';

const net = new brain.NeuralNetwork({ hiddenLayers: [16, 16], activation: 'sigmoid' });
net.sizes = [784, 16, 16, 10];
net.initialize();
net.run(new Float32Array(784));
