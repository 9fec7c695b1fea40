// A cause that may hinder a training, with the way to train without it.
import type { Finding } from './finding.js';
import type { Trial } from './trial.js';

/** A finding that holds if a training without its cause learns. */
export interface Suspicion {
  /** The same training without the cause. */
  readonly without: (trial: Trial) => Trial;
  /** What is said if that learns. */
  readonly finding: Finding;
}
