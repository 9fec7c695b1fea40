// A page of the course with its marks filled: the chapter's code, what it prints, its picture, and what comes of each change.
import { freshLines } from './freshLines.js';
import { lineDifference } from './lineDifference.js';
import { runChapter } from './runChapter.js';

/** A page, and the picture that stands on it. */
export interface CoursePage {
  readonly text: string;
  /** The text of an SVG file. */
  readonly picture: string;
}

/** Two pieces of text in quotes: what stands in the code, and what is put in its place. */
const EDIT = /("(?:[^"\\]|\\.)*") -> ("(?:[^"\\]|\\.)*")/g;

/**
 * Runs a chapter, and again with every change that its page suggests, and writes what came into the page's marks.
 *
 * @param page - The page as it stands.
 * @param code - The chapter.
 * @param number - `03`: the name of the picture's file.
 */
export function coursePage(page: string, code: string, number: string): CoursePage {
  const { output, picture } = runChapter(code);
  const fill = (text: string, mark: string, content: string) => {
    const marks = new RegExp(`(<!-- ${mark} -->\n).*?(<!-- /${mark} -->)`, 's');
    if (!marks.test(text)) throw new Error(`Chapter ${number}: its page has no mark <!-- ${mark} -->.`);
    return text.replace(marks, (_, opening: string, closing: string) => `${opening}\n${content}\n\n${closing}`);
  };
  const title = /<title>(.*?)<\/title>/.exec(picture)?.[1]?.trim() ?? '';
  let text = fill(page, 'code', fenced('ts', code));
  text = fill(text, 'output', fenced('text', output));
  text = fill(text, 'picture', `![${title}](pictures/${number}.svg)`);
  text = text.replace(/(<!-- change: (.*?) -->\n).*?(<!-- \/change -->)/gs, (_, opening, edits: string, closing) => {
    const answer = changed(code, edits, output.split('\n'), number);
    return `${opening}\n${answer}\n\n${closing}`;
  });
  return { text, picture };
}

/** The changed lines of the code, and the lines of output that are new. */
function changed(code: string, edits: string, before: readonly string[], number: string): string {
  const pairs = Array.from(edits.matchAll(EDIT), ([, from = '', to = '']) => [JSON.parse(from), JSON.parse(to)] as const);
  if (pairs.length === 0) throw new Error(`Chapter ${number}: the change ${edits} is not of the form "old" -> "new".`);
  let edited = code;
  for (const [from, to] of pairs) {
    if (edited.split(from).length !== 2) throw new Error(`Chapter ${number}: '${from}' should stand in the code once.`);
    edited = edited.replace(from, () => to);
  }
  const fresh = freshLines(before, runChapter(edited).output.split('\n')).join('\n');
  if (fresh === '') throw new Error(`Chapter ${number}: the change ${edits} changes nothing.`);
  const answer = fenced('text', fresh);
  return `${fenced('diff', lineDifference(code, edited))}\n\nThe lines that come out differently:\n\n${answer}`;
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
