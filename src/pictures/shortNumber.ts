// Numbers as people read them.

/** A number in about three digits: `0.125`, `12.5`, `-3`, `1.2e-7`. */
export function shortNumber(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || value === 0) return String(value === 0 ? 0 : value);
  if (size < 0.001 || size >= 1e6) return value.toExponential(1).replace('.0e', 'e').replace('e+', 'e');
  const text = size >= 100 ? value.toFixed(0) : value.toPrecision(3);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** A whole number with commas: `13,002`. */
export function withCommas(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
