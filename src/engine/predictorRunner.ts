// What a predictor runs inputs through: the core, or the network's own forward in JavaScript. Their bits are the same.
import type { Network } from '../model/Network.js';
import type { Resident } from './resident.js';

/** What came of a run, as assembly/predict.ts has it. */
export const VERDICT = { fine: 0, badInput: 1, overflow: 2 };

/** A network as it was, and room for a few inputs. */
export interface Runner {
  /** How many numbers come in, and how many go out. */
  readonly inputs: number;
  readonly outputs: number;
  /** Most rows of a run. */
  readonly rows: number;
  /**
   * Takes rows of inputs through the network.
   *
   * @param inputs - [rows, inputs]
   * @returns One of {@link VERDICT}.
   */
  run(inputs: Float32Array, rows: number): number;
  /** What the last run gave: [rows, outputs], and maybe more numbers behind. To be read before anything else runs. */
  results(): Float32Array;
  /** The brightest output of each row of the last run. To be read before anything else runs. */
  answers(rows: number): Int32Array;
  /** Its copy in the core, where there is one. */
  readonly resident?: Resident | undefined;
  /** Its copy in JavaScript, where it is there. */
  readonly copy?: Pick<Network, 'layers' | 'sizes'> | undefined;
}
