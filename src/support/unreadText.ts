// Texts and bytes in place of the contents of a file: nothing, a web page, a packed file, an address or a name.
import type { Contents, Unread } from './unread.js';
import { describe } from './wording.js';

/** Length of the longest text that is taken for the name of a file. */
const LONGEST_PATH = 1000;

/** A page begins within so many letters, behind white space. */
const BEGINNING = 200;

/** The remedy for a page that a server sent. */
export const PAGE_REMEDY = 'It is a page of HTML or XML, and not the file: look at its address, and at response.ok.';

/** What to do with a text that is not the contents of a file; undefined for any other text. */
export function unreadText(given: string, wanted: Contents): Unread | undefined {
  const text = given.trim();
  if (text === '') return { got: 'a text that is empty', remedy: 'Has the file been written, and was it read to its end?' };
  if (isPage(text)) return { got: `a text that begins ${describe(text)}`, remedy: PAGE_REMEDY };
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

/** The same for bytes: a web page, or a file that is packed by gzip. */
export function unreadBytes(bytes: Uint8Array): Unread | undefined {
  // The header of a safetensors file may have a length that looks like gzip: '{' follows it, which gzip never has there.
  if (bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8 && bytes[8] !== 0x7b) {
    return { got: 'a gzip file', remedy: 'Unpack it first: await gunzip(bytes) of glassbox-nn/data.' };
  }
  const text = String.fromCharCode(...bytes.subarray(0, BEGINNING))
    .replace(/^\xef\xbb\xbf/, '')
    .trim()
    .replace(/\s+/g, ' ');
  return isPage(text) ? { got: `a web page, ${describe(text)}`, remedy: PAGE_REMEDY } : undefined;
}

/** The beginning of a file in an error: as text if it is text. */
export function beginningOf(bytes: Uint8Array): string {
  const text = String.fromCharCode(...bytes.subarray(0, 40));
  if (/^[\t\n\r -~]+$/.test(text)) return `the text ${describe(text.replace(/\s+/g, ' '))}`;
  return `the bytes ${[...bytes.subarray(0, 8)].join(' ')}`;
}

/** Whether a text begins as HTML, or as the errors in XML of file stores. Columns may be called <DATE>. */
function isPage(text: string): boolean {
  return /^<(!doctype html\b|!--|\?xml\b|html\b|error>)/i.test(text);
}
