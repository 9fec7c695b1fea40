// The page's one live region.
import { announcement } from '../state/announcements';

/** Speaks what `announce` was told; not seen. */
export function Announcer() {
  return (
    <p class="unseen" role="status" aria-live="polite">
      {announcement}
    </p>
  );
}
