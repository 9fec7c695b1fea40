// What is wrong with a text that is no JSON, in words that lead on.
import type { FormatError } from '../support/errors.js';
import { describe } from '../support/wording.js';
import { fileError } from './fileError.js';

/** Letters of the longest text that is taken for the name of a file. */
const LONGEST_PATH = 1000;

/** The error for a text that JSON.parse refused for a reason. */
export function noJson(path: string, text: string, reason: string): FormatError {
  const [got, remedy] = wordsFor(text.trim(), reason);
  return fileError(path, 'JSON', got, remedy);
}

function wordsFor(text: string, reason: string): readonly [got: string, remedy: string] {
  if (text === '') return ['a text that is empty', 'Has the file been written, and was it read to its end?'];
  if (text.startsWith('<')) {
    const remedy = 'It is a page of HTML or XML, and not the file: look at its address, and at response.ok.';
    return [`a text that begins ${describe(text)}`, remedy];
  }
  if (/^https?:\/\/\S+$/.test(text)) {
    return [`the address ${describe(text)}`, 'Give what lies there: await (await fetch(address)).text().'];
  }
  if (text.length <= LONGEST_PATH && /^[^\s{}[\]"][^\n{}[\]"]*\.\w+$/.test(text)) {
    return [`the name ${describe(text)}`, "Give what is in the file: readFileSync(name, 'utf8') of node:fs."];
  }
  if (/^[{[]/.test(text)) return [`text that ends or breaks in the middle (${reason})`, 'Was the file cut off?'];
  return [`text that begins ${describe(text)}`, 'Is it the right file, and was it read as UTF-8?'];
}
