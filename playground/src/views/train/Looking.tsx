// A part that looks at the held-out examples while it is open: only then does the worker look.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { look, watch } from '../../state/training';
import type { Look } from '../../training/messages';

let open = 0; // how many such parts are open

interface LookingProps {
  readonly title: string;
  readonly children: (mistakes: Look['mistakes'], confusion: Look['confusion']) => ComponentChildren;
}

export function Looking({ title, children }: LookingProps) {
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    if (!opened) return;
    open += 1;
    watch(true);
    return () => {
      open -= 1;
      if (open === 0) watch(false);
    };
  }, [opened]);
  return (
    <details class="train-look" onToggle={(event) => setOpened(event.currentTarget.open)}>
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
      <button type="button" onClick={() => watch(true)}>
        Look now
      </button>
      <span class="quiet">or train: it looks after each epoch.</span>
    </div>
  );
}
