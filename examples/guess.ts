// A network that guesses: it was never trained.
// #region guess
import { Network } from 'glassbox-nn';

const network = new Network([3, 5, 4]);
console.log(String(network)); // 3-5-4, sigmoid, 15+5 + 20+4 = 44 parameters
console.log(network.forward([0.2, 0.9, 0.4]));
console.log(network.predict([0.2, 0.9, 0.4])); // the brightest of the four
// #endregion guess
