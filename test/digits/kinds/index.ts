// All kinds of pictures and drawings on which `recognize` is measured: `npm run build:card` writes their table into docs/digits.md.
import { blankKinds } from './blank.js';
import { cleanKinds } from './clean.js';
import type { Kind } from './Kind.js';
import { darkKinds, lightKinds } from './light.js';
import { emptyKinds, markKinds } from './marks.js';
import { strokeKinds } from './strokes.js';

export const kinds: readonly Kind[] = [
  ...cleanKinds,
  ...lightKinds,
  ...markKinds,
  ...strokeKinds,
  ...blankKinds,
  ...darkKinds,
  ...emptyKinds,
];
