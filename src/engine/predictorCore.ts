// A predictor in the core: inputs are copied into the core's memory, and one call computes the outputs of all of them.
import type { Network } from '../model/Network.js';
import type { Runner } from './predictorRunner.js';
import { makeResident, moveIn, residence } from './resident.js';
import { CASES } from './residentPlaces.js';

/** A network's copy in the memory of the core. */
export function coreRunner(network: Pick<Network, 'layers' | 'sizes'>): Runner {
  const home = residence();
  const resident = makeResident(home, network);
  const { predict, answerRows } = home.core.exports;
  return {
    inputs: network.sizes[0],
    outputs: network.sizes[network.sizes.length - 1],
    rows: resident.places.rows,
    run(inputs, rows) {
      if (resident.generation !== home.generation) moveIn(home, resident);
      resident.inputs.set(inputs);
      return predict(resident.place, CASES, rows);
    },
    results: () => resident.outputs,
    resident,
    answers(rows) {
      answerRows(resident.place, rows);
      return resident.answers;
    },
  };
}
