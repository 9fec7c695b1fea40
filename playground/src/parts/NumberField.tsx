// A field for one number.

/** What the field holds. */
interface NumberFieldProps {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly whole?: boolean;
  /** Its name, beside it; or the id of a name that stands elsewhere. */
  readonly name: string | { readonly id: string };
  readonly take: (value: number) => void;
}

/** Numbers beyond the ends are held at them; what is no number is put back as it was. */
export function NumberField({ value, min, max, step = 1, whole = false, name, take }: NumberFieldProps) {
  const field = (
    <input
      type="number"
      {...(typeof name === 'object' && { 'aria-labelledby': name.id })}
      min={min}
      max={max}
      step={step}
      value={value}
      onChange={({ currentTarget: typed }) => {
        const asked = typed.valueAsNumber;
        const held = Number.isNaN(asked) ? value : Math.min(max, Math.max(min, whole ? Math.round(asked) : asked));
        if (held !== value) take(held);
        // A value that stays as it was draws nothing anew: what was typed would stay in the field.
        typed.value = String(held);
      }}
    />
  );
  if (typeof name === 'object') return field;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field is its input
    <label class="row">
      {name}
      {field}
    </label>
  );
}
