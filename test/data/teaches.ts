// What every error of this library must do: be of its class, carry its code, and say what the matter is.
import { expect } from 'vitest';
import { thrownBy } from '../support/thrownBy.js';

/** Class and code of an error, and the words that its message must hold. */
export interface Lesson {
  readonly type: abstract new (...values: never[]) => Error;
  readonly code: string;
  readonly says: readonly string[];
  /** Byte offset, for faults in files. */
  readonly offset?: number;
}

/** Checks the error that `call` throws, and returns it. */
export function expectLesson(call: () => unknown, lesson: Lesson): Error {
  return checkLesson(thrownBy(call), lesson);
}

/** Checks the error that a promise is rejected with, and returns it. */
export async function expectLateLesson(promise: Promise<unknown>, lesson: Lesson): Promise<Error> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error as Error,
  );
  if (outcome === undefined) throw new Error('the promise was not rejected');
  return checkLesson(outcome, lesson);
}

function checkLesson(error: Error & { readonly code?: string; readonly offset?: number }, lesson: Lesson): Error {
  for (const words of lesson.says) expect(error.message).toContain(words);
  expect(error).toBeInstanceOf(lesson.type);
  expect(error.code).toBe(lesson.code);
  if (lesson.offset !== undefined) expect(error.offset).toBe(lesson.offset);
  return error;
}
