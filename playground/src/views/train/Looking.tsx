// A part that looks at the held-out examples while it is open: only then does the worker look.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { lookNow, watch } from '../../state/training/looking';
import { look } from '../../state/training/signals';
import type { Look } from '../../training/messages';

interface LookingProps {
  readonly title: string;
  readonly children: (mistakes: Look['mistakes'], confusion: Look['confusion']) => ComponentChildren;
}

export function Looking({ title, children }: LookingProps) {
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    return opened ? watch() : undefined;
  }, [opened]);
  return (
    <details onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{title}</summary>
      {opened && <Inside>{children}</Inside>}
    </details>
  );
}

function Inside({ children }: Pick<LookingProps, 'children'>) {
  const seen = look.value;
  if (seen !== undefined) return <>{children(seen.mistakes, seen.confusion)}</>;
  return (
    <div class="row">
      <button type="button" onClick={lookNow}>
        Look now
      </button>
      <span class="quiet">or train: it looks after each epoch.</span>
    </div>
  );
}
