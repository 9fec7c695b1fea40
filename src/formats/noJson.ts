// The fault of a text that is no JSON, in words that help.
import type { FormatError } from '../support/errors.js';
import { PAGE_REMEDY, unreadText } from '../support/unreadText.js';
import { describe } from '../support/wording.js';
import { fileError } from './fileError.js';

/** The error for a text that JSON.parse refused for a reason. */
export function noJson(path: string, text: string, reason: string): FormatError {
  const [got, remedy] = wordsFor(text.trim(), reason);
  return fileError(path, 'JSON', got, remedy);
}

function wordsFor(text: string, reason: string): readonly [got: string, remedy: string] {
  const { got, remedy } = unreadText(text, 'text') ?? {};
  if (got !== undefined && remedy !== undefined) return [got, remedy];
  if (/^[{[]/.test(text)) return [`text that ends or breaks in the middle (${reason})`, 'Was the file cut off?'];
  const usual = 'Is it the right file, and was it read as UTF-8?';
  return [`a text that begins ${describe(text)}`, text.startsWith('<') ? PAGE_REMEDY : usual];
}
