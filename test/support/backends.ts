// The two backends, and how a test asks for one.
import { type Backend, setBackend } from 'glassbox-nn';

/** What a test can ask for. */
export type BackendName = Backend['name'];

let asked: BackendName | undefined;

/** Asks for a backend, or with undefined for the one that is there. */
export function askFor(backend: BackendName | undefined): void {
  setBackend(backend);
  asked = backend;
}

/** What `work` returns on a backend; afterwards the one is asked for that was before. */
export function on<Result>(backend: BackendName, work: () => Result): Result {
  const before = asked;
  askFor(backend);
  try {
    return work();
  } finally {
    askFor(before);
  }
}
