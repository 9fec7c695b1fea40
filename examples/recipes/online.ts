// Online learning: a network is asked, and then learns from the answer, an example at a time, in a world that changes meanwhile.
import { copyOf, Network, Random, sgd, softmax, tanh, trainer } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';

const random = new Random(1);
/** A point, and on which side of a line through the middle it lies; the line stands at an angle. */
function observe(angle: number) {
  const [x, y] = [random.uniform(-1, 1), random.uniform(-1, 1)];
  return { input: [x, y] as const, label: Number(x * Math.cos(angle) + y * Math.sin(angle) > 0) };
}

const network = new Network([2, 4, 2], { hidden: tanh, output: softmax });
const training = trainer(network, { optimizer: sgd({ learningRate: 0.1, momentum: 0.9 }) });
const learn = ({ input, label }: ReturnType<typeof observe>) =>
  training.step(dataset({ inputs: [input], labels: [label], classes: 2 }));

for (let i = 0; i < 1000; i++) learn(observe(0));
const stopped = copyOf(network); // it learns no more

// The line turns once around. Each point is answered before it is learnt from, so none of them was seen before.
for (let quarter = 1; quarter <= 4; quarter++) {
  let [right, rightOfStopped] = [0, 0];
  for (let i = 0; i < 2000; i++) {
    const example = observe(((quarter - 1 + i / 2000) * Math.PI) / 2);
    if (network.predict(example.input) === example.label) right += 1;
    if (stopped.predict(example.input) === example.label) rightOfStopped += 1;
    learn(example);
  }
  const [learning, still] = [right, rightOfStopped].map((count) => `${Math.round(count / 20)} %`);
  console.log(`quarter ${quarter}: ${learning} right while it learns, ${still} by the copy that stopped`);
}
