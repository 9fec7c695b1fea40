// The four files of MNIST: what they are called, and what the genuine ones hold.

/** One of MNIST's files. */
export interface MnistFile {
  /** Its name as first published. */
  readonly name: string;
  /** SHA-256 of its unpacked bytes, in hexadecimal. */
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

/** The names a file goes by: with a dot before `idx` too, and packed or not. */
export function namesOf(file: MnistFile): readonly string[] {
  const dotted = file.name.replace('-idx', '.idx');
  return [file.name, dotted, `${file.name}.gz`, `${dotted}.gz`];
}
