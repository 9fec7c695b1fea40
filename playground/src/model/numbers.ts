// Numbers in words.

/** A number with a fixed count of decimals and a real minus sign; never "-0.00". What is beyond 1e15 has an exponent. */
export function decimal(value: number, places = 2): string {
  if (!Number.isFinite(value)) return String(value);
  // Beyond what is counted exactly, digits would be made up.
  const text = Math.abs(value) > 1e15 ? Math.abs(value).toExponential(2) : Math.abs(value).toFixed(places);
  return value < 0 && Number(text) !== 0 ? `\u2212${text}` : text;
}

/** The same with a sign before positive numbers too. */
export function signed(value: number, places = 2): string {
  const text = decimal(value, places);
  return text.startsWith('\u2212') || Number(text) === 0 ? text : `+${text}`;
}

/** An output as it is read: in whole percent where outputs are shares of 1, as sigmoid's and softmax's are. */
export function outputText(value: number, isShare: boolean): string {
  return isShare && value >= 0 && value <= 1 ? `${Math.round(value * 100)} %` : decimal(value);
}

/** The same, as it is spoken. */
export function outputSpoken(value: number, isShare: boolean): string {
  return outputText(value, isShare).replace('%', 'percent');
}
