// Layers of any sizes: the compiler knows them, and refuses what does not fit. So does the program, where types are not looked at.
import { identity, Layer, Network, relu, type Sizes, softmax } from 'glassbox-nn';

const network = new Network([
  new Layer(4, 6, { activation: relu }), // 4 numbers in, 6 neurons
  new Layer(6, 5, { activation: identity }),
  new Layer(5, 3, { activation: softmax }),
]);
const sizes: [4, 6, 5, 3] = network.sizes; // these very numbers are its type
const answer: 0 | 1 | 2 = network.predict([5.1, 3.5, 1.4, 0.2]); // a network of 3 outputs answers nothing else
console.log(`${sizes.join('-')} answers ${answer}`);

/** A function for networks of certain sizes only. */
function weightsOfFirst(classifier: Network<[4, 6, 5, 3]>): string {
  const { inputs, outputs } = classifier.layers[0]; // 4 and 6, also as types
  return `${inputs} x ${outputs} weights`;
}
console.log(weightsOfFirst(network));

/** A function that is generic in the sizes gives back a network that has them in its type. */
function makeClassifier<const S extends Sizes>(sizes: S) {
  return new Network(sizes, { hidden: relu, output: softmax });
}
const digit: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 = makeClassifier([784, 16, 10]).predict(new Float32Array(784));
console.log(`A classifier of ten digits answers ${digit}`);

// What does not compile. In JavaScript the same is refused when it runs.
const mistakes = [
  // @ts-expect-error: a layer of 5 inputs cannot follow a layer of 6 outputs
  () => new Network([new Layer(4, 6), new Layer(5, 3)]),
  // @ts-expect-error: expected 4 numbers, got 3
  () => network.forward([5.1, 3.5, 1.4]),
];
for (const mistake of mistakes) {
  try {
    mistake();
  } catch (error) {
    console.log((error as Error).message);
  }
}

// Sizes that are known only when it runs are a number[], and checked then.
const hidden = (process.argv[2] ?? '12,8').split(',').map(Number);
console.log(String(new Network([4, ...hidden, 3])));
