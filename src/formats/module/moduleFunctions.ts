// The functions of a written module: those of its activations and those that they call. They are the same for every network, so that nothing
// of a network can become code.
import { MODULE } from '../activationFormats.js';
import { EXP, POWER_OF_TWO } from './moduleMathematics.js';

/** The functions of these names and all that they call, each once, those that are called first. */
export function functionsFor(names: readonly string[]): string {
  const all: Readonly<Record<string, string>> = { powerOfTwo: POWER_OF_TWO, exp: EXP, ...MODULE };
  const found = new Set<string>();
  const add = (name: string): void => {
    for (const other of Object.keys(all)) if (other !== name && new RegExp(`\\b${other}\\(`).test(all[name])) add(other);
    found.add(name);
  };
  names.forEach(add);
  return [...found].map((name) => all[name]).join('');
}
