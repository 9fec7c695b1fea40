// What the fuzzer and the process that reads for it say to each other.

/** A file for a reader, or how to make one. */
export type Task =
  | { readonly kind: 'file'; readonly reader: string; readonly bytes: Uint8Array }
  | { readonly kind: 'growth'; readonly grower: string; readonly size: number; readonly seed: number; readonly runs: number };

/** What came of it. */
export interface Answer {
  /** Why it was not taken as it should be. */
  readonly fault?: string;
  /** Whether the file was read. */
  readonly taken: boolean;
  /** Bytes of the file. */
  readonly bytes: number;
  /** Milliseconds of the processor: the least of the runs. */
  readonly time: number;
  /** How often the reader gave way to the event loop. */
  readonly turns: number;
  /** Bytes of memory at the highest, beyond what there was before; 0 where the system does not tell. */
  readonly peak: number;
  /** Bytes that what was read goes on to take. */
  readonly kept: number;
}
