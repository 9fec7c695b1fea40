// A page of the guide with its marks filled: the code of an example, or a named part of it, and what it prints.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** `<!-- code: examples/guess.ts#guess -->`, what stands there now, and `<!-- /code -->`; the same for `output`. */
const MARK = /(<!-- (code|output): (\S+?)(?:#(\S+))? -->\n)(.*?)(<!-- \/\2 -->)/gs;

/** A line that begins or ends a named part of an example. */
const REGION = /^\s*\/\/ #(?:end)?region .*\n?/gm;

/**
 * Writes the code that a page's marks name into the page, and what the examples print, so that a page reads the same on its site, on
 * GitHub and in an editor.
 *
 * @param page - The page as it stands.
 * @throws Error for a file or a part that is not there, or for a mark that is never closed.
 */
export function guidePage(page: string): string {
  const built = page.replace(MARK, (_, opening: string, kind: string, path: string, part: string | undefined, __, closing) => {
    const content = kind === 'code' ? fenced(extname(path).slice(1), codeOf(path, part)) : fenced('text', outputOf(path));
    return `${opening}\n${content}\n\n${closing}`;
  });
  const opened = page.match(/<!-- (?:code|output): /g)?.length ?? 0;
  if (opened !== [...page.matchAll(MARK)].length) throw new Error('A mark is not closed, or closed by the other kind.');
  return built;
}

/** The code of a file, or of the part between `// #region part` and `// #endregion part`, without the lines that name parts. */
function codeOf(path: string, part: string | undefined): string {
  const code = readFileSync(join(root, path), 'utf8');
  if (part === undefined) return code.replace(REGION, '');
  const found = new RegExp(`^ *// #region ${part}\n(.*?)^ *// #endregion ${part}$`, 'ms').exec(code);
  if (found === null) throw new Error(`${path} has no region ${part}.`);
  return (found[1] as string).replace(REGION, '');
}

/** What a program prints, run as its reader does. */
function outputOf(path: string): string {
  return execFileSync(process.execPath, ['--import', 'tsx', path], { cwd: root, encoding: 'utf8' });
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trim()}\n\`\`\``;
}
