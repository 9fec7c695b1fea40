// Numbers in words.

/** A number with a fixed count of decimals and a real minus sign; never "-0.00". */
export function decimal(value: number, places = 2): string {
  if (!Number.isFinite(value)) return String(value);
  const text = Math.abs(value).toFixed(places);
  return value < 0 && Number(text) !== 0 ? `\u2212${text}` : text;
}

/** The same with a sign before positive numbers too. */
export function signed(value: number, places = 2): string {
  const text = decimal(value, places);
  return text.startsWith('\u2212') || Number(text) === 0 ? text : `+${text}`;
}

/** A share of 1 in whole percent; 100 is kept for what rounds to it, and numbers that are no share stay as they are. */
export function percent(value: number): string {
  return value >= 0 && value <= 1 ? `${Math.round(value * 100)} %` : decimal(value);
}

/** The same, as it is spoken. */
export function percentSpoken(value: number): string {
  return value >= 0 && value <= 1 ? `${Math.round(value * 100)} percent` : decimal(value);
}
