// From a table with words and gaps to a regression: what a house costs, in the units of the table.
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { adam, evaluate, identity, Network, regressor, tanh, train } from 'glassbox-nn';
import { dataset, prepare, table } from 'glassbox-nn/data';
import { fromJson, toJson } from 'glassbox-nn/formats';
import { predictionsDrawing, toSvg } from 'glassbox-nn/pictures';

const houses = table(await readFile(new URL('houses.csv', import.meta.url), 'utf8')); // lies beside this program
const [training, test] = houses.split(0.8, { seed: 1 });
const preparation = prepare(training, { target: 'price', missingIndicator: true });
const network = new Network([preparation.width, 16, 1], { hidden: tanh, output: identity });
train(network, preparation.apply(training), { optimizer: adam({ learningRate: 0.01 }), epochs: 60 });
const reader = regressor(network, { preparation });
const evaluation = evaluate(reader, test);
console.log(String(evaluation));
const loaded = fromJson(toJson(reader), { kind: 'regressor' });
const house = { area: 120, rooms: 4, built: 1987, district: 'Harbour', condition: null, garden: 'yes' };
console.log(`price ${loaded.read(house).price?.toFixed(0)}`);
console.log(String(preparation));

// The picture: the predictions by the true prices, in the units of both.
const prices = Array.from(test, ({ price }) => [Number(price)]);
const drawing = predictionsDrawing(dataset({ inputs: prices, targets: prices }), evaluation.predictions ?? []);
await writeFile(process.argv[2] ?? `${tmpdir()}/houses.svg`, toSvg(drawing));
