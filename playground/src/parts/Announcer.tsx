// The page's one live region.
import { announcement } from '../state/announcements';

/** Speaks the sentences of `announce`; not seen. */
export function Announcer() {
  return (
    <p class="unseen" role="status" aria-live="polite">
      {announcement}
    </p>
  );
}
