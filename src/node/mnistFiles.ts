// The four files of MNIST, and of sets in its form: what they are called, and what the genuine ones hold.

/** One of the four files. */
export interface MnistFile {
  /** Its name as MNIST's was first published. */
  readonly name: string;
  /** SHA-256 of the unpacked bytes of MNIST's, in hexadecimal. */
  readonly sha256: string;
}

/** The images and labels to train with, and those to test with. */
export const MNIST_FILES = {
  trainImages: {
    name: 'train-images-idx3-ubyte',
    sha256: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
  },
  trainLabels: {
    name: 'train-labels-idx1-ubyte',
    sha256: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
  },
  testImages: {
    name: 't10k-images-idx3-ubyte',
    sha256: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
  },
  testLabels: {
    name: 't10k-labels-idx1-ubyte',
    sha256: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
  },
} as const satisfies Record<string, MnistFile>;

/** A file of the form, with the name of its set before it: emnist-letters-train-images-idx3-ubyte.gz. */
const OF_SET = /^(.+)-(?:train|t10k|test)-(?:images[-.]idx3-ubyte|labels[-.](?:idx1-ubyte|idx2-int))(?:\.gz)?$/;

/** The names that a file of a set goes by: with a dot before `idx` too, and packed or not. MNIST is the set ''. */
export function namesOf(file: MnistFile, set: string): readonly string[] {
  if (set === '') return withDots(file.name);
  const name = `${set}-${file.name}`;
  // EMNIST and QMNIST call the part to test with by its use, and QMNIST's labels are rows of int32.
  const published = name.replace('t10k-', 'test-');
  const names = published === name ? [name] : [published, name];
  return [...names, ...names.filter((known) => known.includes('labels')).map(qmnistName)].flatMap(withDots);
}

/** The sets whose names stand before files of a folder, in order. */
export function setsIn(names: readonly string[]): readonly string[] {
  return [...new Set(names.flatMap((name) => OF_SET.exec(name)?.[1] ?? []))].sort();
}

/** Whether the name is that of QMNIST's labels. */
export function isQmnistName(name: string): boolean {
  return /labels[-.]idx2-int/.test(name);
}

function qmnistName(name: string): string {
  return name.replace('idx1-ubyte', 'idx2-int');
}

function withDots(name: string): string[] {
  const dotted = name.replace('-idx', '.idx');
  return [name, dotted, `${name}.gz`, `${dotted}.gz`];
}
