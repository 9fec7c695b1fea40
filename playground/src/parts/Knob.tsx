// A knob: one number, by slider and by typing.
import { useId } from 'preact/hooks';
import { LARGEST } from '../state/knobs';
import '../styles/knob.css';
import { NumberField } from './NumberField';

/** What a knob is. */
interface KnobProps {
  readonly label: string;
  readonly value: number;
  /** Ends of the slider; the field takes numbers beyond them, up to the largest knob. */
  readonly min: number;
  readonly max: number;
  readonly onTurn: (value: number) => void;
}

/** The slider stands at its end where the number lies beyond it. */
export function Knob({ label, value, min, max, onTurn }: KnobProps) {
  const name = useId();
  return (
    <div class="knob">
      <span id={name}>{label}</span>
      <input
        type="range"
        aria-labelledby={name}
        min={min}
        max={max}
        step="0.01"
        value={value}
        onInput={(event) => onTurn(event.currentTarget.valueAsNumber)}
      />
      <NumberField name={{ id: name }} min={-LARGEST} max={LARGEST} step={0.1} value={Number(value.toFixed(4))} take={onTurn} />
    </div>
  );
}
