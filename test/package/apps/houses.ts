import { readFileSync, writeFileSync } from 'node:fs';
import { adam, evaluate, identity, Network, regressor, tanh, train } from 'glassbox-nn';
import { prepare, table } from 'glassbox-nn/data';
import { fromJson, toJson } from 'glassbox-nn/formats';

const [training, test] = table(readFileSync('houses.csv', 'utf8')).split(0.8, { seed: 1 });
const preparation = prepare(training, { target: 'price' });
const network = new Network([preparation.width, 16, 1], { hidden: tanh, output: identity });
train(network, preparation.apply(training), { optimizer: adam({ learningRate: 0.01 }), epochs: 60 });
const reader = regressor(network, { preparation });
console.log(String(evaluate(reader, test)));
writeFileSync('houses.json', toJson(reader));
const loaded = fromJson(readFileSync('houses.json', 'utf8'), { kind: 'regressor' });
const { price } = loaded.read({ area: 120, rooms: 4, built: 1987, district: 'Harbour', condition: null, garden: 'yes' });
console.log(price);
