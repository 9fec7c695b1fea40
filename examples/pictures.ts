// Pictures of a network: its weights, what an input lights, what it gets wrong, and how it learned. Everything is written into a folder.
// #region train
import { mkdirSync, writeFileSync } from 'node:fs';
import { adam, evaluate, Network, train } from 'glassbox-nn';
import { record } from 'glassbox-nn/pictures';
import { sampleDigits } from 'glassbox-nn/sample-digits';

const folder = process.argv[2] ?? 'pictures';
mkdirSync(folder, { recursive: true });

const digits = sampleDigits();
const network = new Network([784, 16, 16, 10]);
const recording = record(network, digits.test);
const history = train(network, digits.train, {
  optimizer: adam({ learningRate: 0.01 }),
  epochs: 20,
  validationData: digits.test,
  onBatch: recording.onBatch,
});

// #endregion train

// #region svg
import { activationsPicture, layerPicture, learningCurve, mistakesPicture, networkDrawing, toSvg } from 'glassbox-nn/pictures';

const { input } = digits.test.example(3);
const drawings = {
  network: networkDrawing(network, input),
  weights: layerPicture(network.layers[0], { cell: 1 }), // a pixel for each weight; an SVG enlarges small pictures
  activations: activationsPicture(network, input),
  learning: learningCurve(history),
  mistakes: mistakesPicture(network, digits.test),
};
for (const [name, drawing] of Object.entries(drawings)) {
  writeFileSync(`${folder}/${name}.svg`, toSvg(drawing, { theme: 'video' }));
}

// #endregion svg

// #region png
import { confusionPicture, toPng } from 'glassbox-nn/pictures';

writeFileSync(`${folder}/confusion.png`, toPng(confusionPicture(evaluate(network, digits.test).confusion)));

// #endregion png

// #region recording
writeFileSync(`${folder}/recording.html`, recording.toHtml());

// #endregion recording

// #region terminal
import { terminalOptions } from 'glassbox-nn/node';
import { digitPicture, toTerminal } from 'glassbox-nn/pictures';

console.log(toTerminal(digitPicture(input), terminalOptions(process.stdout)));

// #endregion terminal

// #region drawn
import { weightsFrom, weightsPicture } from 'glassbox-nn/pictures';

const neuron = new Network([784, 1]).layers[0].neuron(0);
neuron.weights.set(weightsFrom(['......', '.----.', '.++++.', '.----.', '......'], { negative: -0.5 }));
console.log(toTerminal(weightsPicture(neuron.layer, 0, { cell: 1 })));

// #endregion drawn

// #region feature
import { featureImage, topExamples } from 'glassbox-nn';

writeFileSync(`${folder}/feature.svg`, toSvg(digitPicture(featureImage(network, 0, 5))));
const [best] = topExamples(network, 0, 5, digits.train, { count: 1 });
console.log(`training digit ${best?.index} lights neuron 5 most: ${best?.activation.toFixed(2)}`);

// #endregion feature
