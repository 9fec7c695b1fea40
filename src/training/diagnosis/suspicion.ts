// A suspicion: a cause that may hinder a training, and the training without it.
import type { Finding } from './finding.js';
import type { Trial } from './trial.js';

/** A finding that holds if a training without its cause learns. */
export interface Suspicion {
  /** The same training without the cause. */
  readonly without: (trial: Trial) => Trial;
  /** The finding if that training learns. */
  readonly finding: Finding;
}
