// Means of cost and accuracy over some steps.

/** What is averaged. */
interface Measured {
  readonly loss: number;
  readonly accuracy: number | undefined;
}

/** Adds up, each step by how many examples it had. */
export class Tally {
  #loss = 0;
  #right = 0;
  #examples = 0;

  add({ loss, accuracy = 0 }: Measured, examples: number): void {
    this.#loss += loss * examples;
    this.#right += accuracy * examples;
    this.#examples += examples;
  }

  /** The means; both undefined if nothing was added. */
  mean(): { readonly loss: number | undefined; readonly accuracy: number | undefined } {
    if (this.#examples === 0) return { loss: undefined, accuracy: undefined };
    return { loss: this.#loss / this.#examples, accuracy: this.#right / this.#examples };
  }

  clear(): void {
    this.#loss = 0;
    this.#right = 0;
    this.#examples = 0;
  }
}
