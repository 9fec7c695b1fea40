// The functions of a written module: those of its activations and those that they call. They are the same for every network, so that nothing
// of a network can become code.
import { MODULE } from '../activationFormats.js';
import { EXP, POWER_OF_TWO } from './moduleMathematics.js';

/** The texts of all functions by their names. */
function allFunctions(): ReadonlyMap<string, string> {
  return new Map([['powerOfTwo', POWER_OF_TWO], ['exp', EXP], ...Object.entries(MODULE)]);
}

/** The functions of these names and all that they call, each once, those that are called first. */
export function functionsFor(names: readonly string[]): string {
  const all = allFunctions();
  const found = new Set<string>();
  const add = (name: string): void => {
    const text = all.get(name) as string;
    for (const other of all.keys()) if (other !== name && new RegExp(`\\b${other}\\(`).test(text)) add(other);
    found.add(name);
  };
  names.forEach(add);
  return [...found].map((name) => all.get(name)).join('');
}
