// What Node throws where the system refuses something.

/** What was caught, as an error of the system: its `code` is ENOENT or the like, and undefined if it is another error. */
export function systemError(error: unknown): NodeJS.ErrnoException {
  return error as NodeJS.ErrnoException;
}
