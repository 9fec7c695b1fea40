// A training that is watched: after every epoch it is measured on rows that it does not learn from, and ends when they gain no more.
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { adam, earlyStopping, evaluate, identity, Network, r2, regressor, tanh, train } from 'glassbox-nn';
import { prepare, table } from 'glassbox-nn/data';
import { learningCurve, toSvg } from 'glassbox-nn/pictures';

const houses = table(await readFile(new URL('houses.csv', import.meta.url), 'utf8')); // lies beside this program
const [known, test] = houses.split(0.8, { seed: 1 });
const [training, validation] = known.split(0.75, { seed: 2 });
const preparation = prepare(training, { target: 'price', missingIndicator: true });
const network = new Network([preparation.width, 16, 1], { hidden: tanh, output: identity });

const history = train(network, preparation.apply(training), {
  optimizer: adam({ learningRate: 0.01 }),
  epochs: 300,
  validationData: preparation.apply(validation),
  measures: [r2],
  earlyStopping: earlyStopping({ monitor: r2, patience: 20, restoreBestWeights: true }),
});
for (const { epoch, loss, validation } of history.filter(({ epoch }) => epoch === 1 || epoch % 20 === 0)) {
  const [own, other] = [loss, validation?.loss].map((number) => number?.toFixed(3));
  console.log(
    `epoch ${String(epoch).padStart(3)}: loss ${own}, validation ${other}, R2 ${validation?.measures?.r2?.toFixed(3)}`,
  );
}
console.log(`ended after ${history.length} epochs; the best was ${history.at(-1)?.earlyStopping?.best}`);
console.log(String(evaluate(regressor(network, { preparation }), test)));
await writeFile(process.argv[2] ?? `${tmpdir()}/early-stopping.svg`, toSvg(learningCurve(history)));
