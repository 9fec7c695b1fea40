// Packs a trained network into the source of the package: npm run build:weights -- default|classic network.json
//
// `network.json` is what toJson wrote, of 784-16-16-10. `--rounding float16` keeps 16 bits of each weight of the first layer; without
// it they are bytes with a scale for each neuron, which is half as long. The small layers after it are float16 always.
// Run `npm run build:card` afterwards, which measures what was packed.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fromJson } from 'glassbox-nn/formats';
import { packLayer, type Rounding, WEIGHTS_HEADER } from './packLayer.js';

const USAGE = 'npm run build:weights -- default|classic network.json [--rounding bytes|float16] [--into FOLDER]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounding: { type: 'string', default: 'bytes' }, into: { type: 'string', default: 'src/digits/weights' } },
});
const [kind, path] = positionals;
const { rounding } = values;
if (!(kind === 'default' || kind === 'classic') || !path || !(rounding === 'bytes' || rounding === 'float16')) {
  console.error(USAGE);
  process.exit(1);
}
const target = `${values.into}/${kind}Weights.ts`;
const text = sourceOf(kind, readFileSync(path, 'utf8'), rounding);
writeFileSync(target, text);
console.log(`${target}: ${text.length} characters.`);

/** The module that holds the packed network. */
function sourceOf(kind: string, json: string, rounding: Rounding): string {
  const network = fromJson(json);
  if (network.sizes.join('-') !== '784-16-16-10') throw new Error(`expected 784-16-16-10, got ${network.sizes.join('-')}`);
  const names = [...new Set(network.layers.map(({ activation }) => activation.name))].sort();
  const imports = names.map((name) => `import { ${name} } from '../../model/activations/${name}.js';`);
  const layers = network.layers.map((layer, index) => packLayer(layer, index === 0 ? rounding : 'float16'));
  return `${WEIGHTS_HEADER}
${imports.join('\n')}
import type { PackedNetwork } from './packedNetwork.js';

/** The ${kind} network. */
export const ${kind.toUpperCase()}_WEIGHTS: PackedNetwork = [
${layers.join('\n')}
];
`;
}
