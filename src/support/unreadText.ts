// What a text is that came in place of the contents of a file: nothing, a web page, an address or a name.
import type { Contents, Unread } from './unread.js';
import { describe } from './wording.js';

/** Letters of the longest text that is taken for the name of a file. */
const LONGEST_PATH = 1000;

/** What to do about a page that a server sent. */
export const PAGE_REMEDY = 'It is a page of HTML or XML, and not the file: look at its address, and at response.ok.';

/** What to do with a text in whose place the contents of a file were expected; undefined for any other text. */
export function unreadText(given: string, wanted: Contents): Unread | undefined {
  const text = given.trim();
  if (text === '') return { got: 'a text that is empty', remedy: 'Has the file been written, and was it read to its end?' };
  if (/^<(!doctype html|html)\b/i.test(text)) return { got: `a text that begins ${describe(text)}`, remedy: PAGE_REMEDY };
  if (/^https?:\/\/\S+$/.test(text)) {
    const contents = wanted === 'text' ? 'text' : 'arrayBuffer';
    return {
      got: `the address ${describe(text)}`,
      remedy: `Give what lies there: await (await fetch(address)).${contents}().`,
    };
  }
  if (text.length > LONGEST_PATH || !/^[^\s{}[\]"][^\n{}[\]"]*\.\w+$/.test(text)) return undefined;
  const call = wanted === 'text' ? "readFileSync(name, 'utf8')" : 'readFileSync(name)';
  return { got: `the name ${describe(text)}`, remedy: `Give what is in the file: ${call} of node:fs.` };
}
