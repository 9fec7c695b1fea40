// Random files of other programs, ours against them: `npm run test:others -- --graphs 5000 --models 5000 --from 1`. Prints what came of
// graphs of ONNX and models of Keras, and fails where one is read as another network than it says.
import { parseArgs } from 'node:util';
import { env as tensorFlow } from '@tensorflow/tfjs-core';
import { env } from 'onnxruntime-web';
import type { Compared } from '../test/formats/differential/compared.js';
import { compareGraphs } from '../test/formats/differential/compareGraphs.js';
import { compareModels } from '../test/formats/differential/compareModels.js';

const option = (usual: string) => ({ type: 'string', default: usual }) as const;
const { values } = parseArgs({ options: { graphs: option('5000'), models: option('5000'), from: option('1') } });
env.wasm.numThreads = 1;
env.logLevel = 'fatal';
tensorFlow().set('IS_NODE', false);

/** Of the files that the other program takes, so many must be read. */
const LEAST_READ = 0.4;

let isRight = true;

function report(program: string, count: number, seconds: number, compared: Compared): void {
  const { same, refused, invalid, invalidTaken, answers, apart, faults } = compared;
  const refusals = [...refused].sort(([, some], [, others]) => others - some);
  for (const [reason, times] of refusals) console.log(`${times} refused: ${reason}`);
  for (const fault of faults) console.error(fault);
  const times = refusals.reduce((sum, [, refusedTimes]) => sum + refusedTimes, 0);
  console.log(
    `${count} files in ${seconds} s: ${same} answer as in ${program} (${answers} numbers, at most ${apart.toExponential(1)} apart)`,
  );
  console.log(
    `${times} are refused, ${invalid} ${program} refuses (${invalidTaken} of them are read), ${faults.length} are others than they say`,
  );
  // Nothing passes by refusing all.
  isRight &&= faults.length === 0 && same >= LEAST_READ * (count - invalid);
}

for (const [program, count, compare] of [
  ['ONNX Runtime', Number(values.graphs), compareGraphs],
  ['TensorFlow.js', Number(values.models), compareModels],
] as const) {
  const began = Date.now();
  const compared = await compare(count, Number(values.from));
  report(program, count, Math.round((Date.now() - began) / 1000), compared);
}
// ONNX Runtime keeps a worker.
process.exit(isRight ? 0 : 1);
