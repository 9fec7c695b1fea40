// A button that copies a text.
import { useState } from 'preact/hooks';
import { announce } from '../state/announcements';

/** What it copies, and what it is called. */
interface CopyButtonProps {
  readonly text: () => string;
  readonly name: string;
}

export function CopyButton({ text, name }: CopyButtonProps) {
  const [result, setResult] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setResult('Copied.');
      announce('Copied.');
    } catch {
      setResult('This browser does not let pages copy: select it and copy it by hand.');
      announce('Not copied.');
    }
  };
  return (
    <p class="row">
      <button type="button" onClick={copy}>
        {name}
      </button>
      <span class="quiet">{result}</span>
    </p>
  );
}
