// A network that does not learn, and what diagnose says of it.
import { diagnose, Network, sgd } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';

const houses = dataset({
  inputs: [
    [120, 3],
    [80, 2],
    [45, 1],
    [200, 5],
  ],
  labels: [1, 0, 0, 1],
});
const findings = diagnose(new Network([2, 8, 2]), houses, { optimizer: sgd({ learningRate: 0.1 }), epochs: 500 });

console.log(String(findings));
