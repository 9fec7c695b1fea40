// Names and numbers as code of a written module, and its types.

/** Types that stand in comments become types in TypeScript, and vanish in JavaScript. */
export function inLanguage(text: string, typed: boolean): string {
  return text.replace(/\/\*(\(|:[^*]*| as [^*]*)\*\//g, typed ? '$1' : '');
}

/** A name as a literal of printable ASCII, without `<`, so that it stays one wherever the module is put, in a page too. */
export function literal(name: string): string {
  return JSON.stringify(name).replace(/[^ -~]|</g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A finite float64 number, exact to the bit. */
export function numberText(number: number): string {
  return Object.is(number, -0) ? '-0' : String(Number(number));
}
