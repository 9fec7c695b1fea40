// Prints, as JSON, the files of src with a function that runs in the second step of a plain training. It is run by the test beside it,
// in an engine without a compiler (node --jitless): there no function is merged into another, so that each that runs is counted, and
// there is no WebAssembly, so that the step is the one in JavaScript.
import { Session } from 'node:inspector/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { backend, Network, sgd, trainSteps } from 'glassbox-nn';
import { sampleDigits } from 'glassbox-nn/sample-digits';

const source = join(import.meta.dirname, '../../src');
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

const steps = trainSteps(new Network([784, 16, 16, 10]), sampleDigits().train, { optimizer: sgd() });
steps.next();
await session.post('Profiler.takePreciseCoverage');
steps.next();
const { result } = await session.post('Profiler.takePreciseCoverage');

const files = result
  .filter(({ url, functions }) => {
    // The first function is the module itself, which ran when it was loaded.
    const ran = functions.filter(({ ranges }) => ranges.some(({ count }) => count > 0));
    return (
      url.startsWith('file:') && ran.some(({ functionName, ranges }) => functionName !== '' || ranges[0]?.startOffset !== 0)
    );
  })
  .map(({ url }) => relative(source, fileURLToPath(url.replace(/\?.*/, ''))).replaceAll('\\', '/'))
  .filter((file) => !file.startsWith('..'))
  .sort();
console.log(JSON.stringify({ backend: backend().name, files }));
