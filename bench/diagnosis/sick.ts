// Trainings that are meant to fail. What they reach decides whether they do.
import type { Case } from './case.js';
import { data } from './families/data.js';
import { depth } from './families/depth.js';
import { inputs } from './families/inputs.js';
import { losses } from './families/losses.js';
import { plans } from './families/plans.js';
import { rates } from './families/rates.js';
import { shapes } from './families/shapes.js';
import { targets } from './families/targets.js';
import { weights } from './families/weights.js';

/** All of them. */
export function sickCases(): Case[] {
  return [...inputs(), ...targets(), ...losses(), ...weights(), ...depth(), ...plans(), ...rates(), ...shapes(), ...data()];
}
