// The files of a model's folder, as a caller gave them by name.
import { fileBytes } from '../../data/bytes.js';
import { ArgumentError, LimitError } from '../../support/errors.js';
import { unread } from '../../support/unread.js';
import { unreadText } from '../../support/unreadText.js';
import { decodeUtf8 } from '../../support/utf8.js';
import { isHollow, readable } from '../../support/views.js';
import { describe, listed, wording } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import { fieldOf } from './kerasFields.js';

/** Letters or bytes of a model.json: ten thousand layers take half as many. What is parsed takes ten to twenty times the memory. */
const LONGEST = 2 ** 24;

/** The text of model.json. */
export function modelText(files: unknown): string {
  const what = 'fromTensorFlow: files';
  const given = typeof files === 'object' && files !== null ? fieldOf(files, 'model.json') : undefined;
  if (typeof given === 'string') return checkLength(given);
  if (given === undefined && !Object.hasOwn(readable(files), 'model.json')) {
    const example = "For example { 'model.json': text, 'group1-shard1of1.bin': bytes }.";
    const { got, remedy } = (typeof files === 'string' ? unreadText(files, 'text') : unread(files, 'text')) ?? {
      got: namesOf(files),
      remedy: '',
    };
    const advice = `${remedy && `${remedy} `}${example}`;
    throw new ArgumentError(wording(what, "the files of the model's folder, one of them 'model.json'", got, advice));
  }
  const bytes = checkLength(fileBytes(`${what}['model.json']`, given));
  const text = decodeUtf8(bytes);
  if (text === undefined) throw fileError('fromTensorFlow: model.json', 'UTF-8', 'bytes that are none');
  return text.replace(/^\ufeff/, '');
}

/** The same text, if it is no longer than is read. */
export function checkLength<Text extends string | Uint8Array>(text: Text, what = 'fromTensorFlow'): Text {
  if (text.length <= LONGEST) return text;
  throw new LimitError(wording(`${what}: model.json`, `at most ${LONGEST} letters`, `${text.length}`));
}

/** The bytes of a file that model.json names at a path. */
export function shardOf(path: string, name: string, files: unknown): Uint8Array {
  const file = fieldOf(files, name);
  // A file of numbers may begin as gzip does.
  if (file !== undefined || Object.hasOwn(readable(files), name))
    return fileBytes(`fromTensorFlow: files[${describe(name)}]`, file, true);
  const remedy = 'Give all files of the folder, by the names that model.json has for them.';
  throw fileError(path, `the file ${describe(name)} beside model.json`, namesOf(files), remedy);
}

/** The names that were given, of a folder. */
function namesOf(files: unknown): string {
  if (typeof files !== 'object' || files === null || isHollow(files) || ArrayBuffer.isView(files)) return describe(files);
  const names = Object.keys(files);
  return names.length === 0 ? 'none' : listed(names.map(describe));
}
