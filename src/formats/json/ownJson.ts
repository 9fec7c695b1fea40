// Texts of JSON that we wrote: of networks, classifiers and scalings.
import { NumberList, NumberStore } from '../NumberList.js';
import { parseStrictJson } from '../strictJson.js';
import { SCALING_COLUMNS } from './jsonModel.js';

/** Far more than our own texts nest. */
const DEPTH = 16;

/** The value of a text. The numbers of layers are read as float32, those of scalings as float64, all straight into typed arrays. */
export function parseOwnJson(what: string, text: string): unknown {
  const singles = new NumberStore(Float32Array);
  const doubles = new NumberStore(Float64Array);
  const columns: readonly string[] = Object.values(SCALING_COLUMNS).flat();
  const listOf = (key: string) => {
    if (key === 'weights' || key === 'biases') return new NumberList(singles, key === 'weights');
    return columns.includes(key) ? new NumberList(doubles, false) : undefined;
  };
  return parseStrictJson(what, text, { depth: DEPTH, listOf });
}
