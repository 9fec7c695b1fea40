// The two backends, and how a test asks for one.

/** What a test can ask for. */
export type BackendName = 'webassembly' | 'javascript';

/** Where src/engine/backend.ts looks. */
const FORCED = Symbol.for('glassbox-nn: backend');

const program = globalThis as { [FORCED]?: BackendName };

/** Asks for a backend, or with undefined for the one that is there. */
export function askFor(backend: BackendName | undefined): void {
  if (backend === undefined) delete program[FORCED];
  else program[FORCED] = backend;
}

/** What `work` returns on a backend; afterwards the one is asked for that was before. */
export function on<Result>(backend: BackendName, work: () => Result): Result {
  const before = program[FORCED];
  askFor(backend);
  try {
    return work();
  } finally {
    askFor(before);
  }
}
