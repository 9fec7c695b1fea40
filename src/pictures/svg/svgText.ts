// Words and numbers of SVG.

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** All but printable ASCII that stands for itself. */
const UNUSUAL = /[^ !#-%(-;=?-~]/gu;

/** A text with its markup escaped; characters that XML does not allow are left out. */
export function escaped(text: string): string {
  return text.replace(UNUSUAL, (letter) => (allowed(Number(letter.codePointAt(0))) ? (ENTITIES[letter] ?? letter) : ''));
}

/** Char of XML 1.0, 2.2, but for the control characters from 0x7F to 0x9F, which it advises against. */
function allowed(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return !(code >= 0x7f && code < 0xa0) && !(code >= 0xd800 && code < 0xe000) && code !== 0xfffe && code !== 0xffff;
}

/** A tag with its attributes, without undefined ones, and its contents, which must be escaped. */
export function tag(name: string, attributes: Readonly<Record<string, string | number | undefined>>, inside = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(`${value}`)}"`)
    .join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

/** A length with two decimals at most. */
export function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}
