// The program of a thread, as text: each platform starts its threads from another kind of file.

/**
 * Hears of modules to open, of exports to call and of modules to close, each known by the number of its team, and tells the number
 * of every job that is done. A fault is left to end the thread: the others may be waiting for it in the middle of their work.
 *
 * Works with `tell` and `hear`, which the platform's own lines connect.
 */
export const THREAD_SCRIPT = `
const opened = new Map();
// Custom functions are JavaScript of the caller's thread.
const host = new Proxy({}, { get: () => () => { throw new Error('A thread cannot call functions of its caller.'); } });
function hear({ team, module, memory, call, place, thread, job }) {
  if (module) {
    opened.set(team, new WebAssembly.Instance(module, { env: { memory }, host }).exports);
  } else if (call) {
    opened.get(team)[call](place, thread);
    tell(job);
  } else {
    opened.delete(team);
  }
}
`;
