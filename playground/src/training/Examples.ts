// What there is to learn from, and the examples held out to judge by.
import type { Dataset } from 'glassbox-nn';
import { dataset, gunzip, mnist } from 'glassbox-nn/data';
import type { OwnDigit } from '../model/OwnDigit';
import { spiralExamples } from '../model/spiralExamples';
import type { Beginning } from './messages';

/** Two sets of examples that have none in common. */
export interface Examples {
  readonly learn: Dataset;
  readonly heldOut: Dataset;
}

/** How many of the files' digits are learnt from; the rest is held out. All are training images of MNIST. */
export const DIGITS = { learn: 5000, heldOut: 1000 };

/** Fetches the bytes of a file. */
export type FetchBytes = (url: string) => Promise<Uint8Array>;

/** The examples that a training asks for. */
export async function readExamples({ training, own, files }: Beginning, bytesAt: FetchBytes): Promise<Examples> {
  if (training.source === 'spirals') return spiralExamples(training.seed);
  const digits = await readDigits(files, bytesAt);
  return training.source === 'own' ? { learn: ownExamples(own), heldOut: digits.heldOut } : digits;
}

function ownExamples(own: readonly OwnDigit[]): Dataset {
  if (own.length === 0) throw new Error('There are no digits of your own yet. Draw one, say what it is, and add it.');
  return dataset({ inputs: own.map(({ pixels }) => pixels), labels: own.map(({ label }) => label), classes: 10 });
}

async function readDigits({ images, labels }: Beginning['files'], bytesAt: FetchBytes): Promise<Examples> {
  const [packedImages, packedLabels] = await Promise.all([bytesAt(images), bytesAt(labels)]);
  const all = mnist(await gunzip(packedImages), await gunzip(packedLabels));
  return { learn: all.slice(0, DIGITS.learn), heldOut: all.slice(DIGITS.learn) };
}
