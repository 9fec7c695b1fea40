// The code that builds the network on the page.
import { useState } from 'preact/hooks';
import { CopyButton } from '../../parts/CopyButton';
import { shownCode } from '../../state/code';

export function CodeView() {
  const [opened, setOpened] = useState(false);
  return (
    <details class="code-view" onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>Show the code</summary>
      {opened && <Code />}
    </details>
  );
}

function Code() {
  const text = shownCode.value;
  return (
    <>
      <p class="quiet">
        This TypeScript builds the network on the page to the bit, uses it, and teaches it as the page is set to.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it to scroll it */}
      <section class="code" aria-label="Code" tabIndex={0}>
        <pre>
          <code>{text}</code>
        </pre>
      </section>
      <CopyButton text={() => text} name="Copy the code" />
    </>
  );
}
