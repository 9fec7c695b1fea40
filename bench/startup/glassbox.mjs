// glassbox-nn, as it is built: import, build, one forward pass.
import { Network } from '../../dist/index.js';

new Network([784, 16, 16, 10]).forward(new Float32Array(784));
