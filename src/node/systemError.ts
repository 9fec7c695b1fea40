// Errors of the system.

/** A caught value as an error of the system: its `code` is ENOENT or the like, and undefined if it is another error. */
export function systemError(error: unknown): NodeJS.ErrnoException {
  return error as NodeJS.ErrnoException;
}
