// Digits drawn here to learn from; they stay in this browser.
import { effect, signal } from '@preact/signals';
import type { OwnDigit } from '../model/OwnDigit';
import { MOST_OWN, packOwnDigits, unpackOwnDigits } from '../model/packOwnDigits';
import { announce } from './announcements';

const PLACE = 'glassbox-nn: own digits';

/** The digits, the oldest first. */
export const ownDigits = signal<readonly OwnDigit[]>(unpackOwnDigits(stored()));

/** Adds a drawing with what it is; the oldest goes where there are too many. */
export function addDigit(pixels: Float32Array, label: number): void {
  ownDigits.value = [...ownDigits.value, { pixels: Float32Array.from(pixels), label }].slice(-MOST_OWN);
  announce(`Added as a ${label}; ${ownDigits.value.length} of your own now.`);
}

/** Removes one. */
export function removeDigit(index: number): void {
  ownDigits.value = ownDigits.value.filter((_, place) => place !== index);
  announce(`Removed; ${ownDigits.value.length} left.`);
}

function stored(): string {
  try {
    return localStorage.getItem(PLACE) ?? '';
  } catch {
    return ''; // a page may not be allowed to keep anything
  }
}

let first = true;
effect(() => {
  const text = packOwnDigits(ownDigits.value);
  if (first) {
    first = false;
    return;
  }
  try {
    localStorage.setItem(PLACE, text);
  } catch {
    announce('These digits cannot be kept in this browser: they are gone when the page is closed.');
  }
});
