// A predictor's forward pass: in the core, or `network.forward` in JavaScript. Their bits are the same.
import type { Network } from '../model/Network.js';
import type { Resident } from './resident.js';

/** The outcome of a run: see assembly/predict.ts. */
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
  /** The outputs of the last run: [rows, outputs], and maybe more numbers behind. The next run overwrites them. */
  results(): Float32Array;
  /** The index of the largest output of each row of the last run. The next run overwrites it. */
  answers(rows: number): Int32Array;
  /** Its copy in the core, where there is one. */
  readonly resident?: Resident | undefined;
  /** Its copy in JavaScript, where it is there. */
  readonly copy?: Pick<Network, 'layers' | 'sizes'> | undefined;
}
