// A page of the course with its marks filled: the chapter's code, what it prints, its picture, and what comes of each change.
import { freshLines } from './freshLines.js';
import { lineDifference } from './lineDifference.js';
import { type ProgramRun, runPrograms } from './runPrograms.js';

/** A page, and the picture that stands on it. */
export interface CoursePage {
  readonly text: string;
  /** The text of an SVG file. */
  readonly picture: string;
}

/** Two pieces of text in quotes: what stands in the code, and what is put in its place. */
const EDIT = /("(?:[^"\\]|\\.)*") -> ("(?:[^"\\]|\\.)*")/g;

/** A change that a page suggests: its mark, its edits, and what stands there now. */
const CHANGE = /(<!-- change: (.*?) -->\n).*?(<!-- \/change -->)/gs;

/**
 * Runs a chapter, and again with every change that its page suggests, and writes what came into the page's marks.
 *
 * @param page - The page as it stands.
 * @param code - The chapter.
 * @param number - `03`: the name of the picture's file.
 */
export function coursePage(page: string, code: string, number: string): CoursePage {
  const edits = Array.from(page.matchAll(CHANGE), ([, , text = '']) => text);
  const edited = edits.map((text) => edit(code, text, number));
  const [{ output, picture }, ...runs] = runPrograms([code, ...edited]) as [ProgramRun, ...ProgramRun[]];
  const fill = (text: string, mark: string, content: string) => {
    const marks = new RegExp(`(<!-- ${mark} -->\n).*?(<!-- /${mark} -->)`, 's');
    if (!marks.test(text)) throw new Error(`Chapter ${number}: its page has no mark <!-- ${mark} -->.`);
    return text.replace(marks, (_, opening: string, closing: string) => `${opening}\n${content}\n\n${closing}`);
  };
  const title = /<title>(.*?)<\/title>/.exec(picture)?.[1]?.trim() ?? '';
  let text = fill(page, 'code', fenced('ts', code));
  text = fill(text, 'output', fenced('text', output));
  text = fill(text, 'picture', `![${title}](pictures/${number}.svg)`);
  const answers = runs.map((run, index) => {
    const fresh = freshLines(output.split('\n'), run.output.split('\n')).join('\n');
    if (fresh === '') throw new Error(`Chapter ${number}: the change ${edits[index]} changes nothing.`);
    const difference = fenced('diff', lineDifference(code, edited[index] as string));
    return `${difference}\n\nThe lines that come out differently:\n\n${fenced('text', fresh)}`;
  });
  text = text.replace(CHANGE, (_, opening, __, closing) => `${opening}\n${answers.shift()}\n\n${closing}`);
  return { text, picture };
}

/** The code with the edits of a change. */
function edit(code: string, edits: string, number: string): string {
  const pairs = Array.from(edits.matchAll(EDIT), ([, from = '', to = '']) => [JSON.parse(from), JSON.parse(to)] as const);
  if (pairs.length === 0) throw new Error(`Chapter ${number}: the change ${edits} is not of the form "old" -> "new".`);
  let edited = code;
  for (const [from, to] of pairs) {
    if (edited.split(from).length !== 2) throw new Error(`Chapter ${number}: '${from}' should stand in the code once.`);
    edited = edited.replace(from, () => to);
  }
  return edited;
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
