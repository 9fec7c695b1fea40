// Trainings that are meant to learn, among them many that look odd. What they reach decides whether they do.
import { type Case, family } from './case.js';
import { highRates } from './families/highRates.js';
import { oddInputs } from './families/oddInputs.js';
import { oddPlans } from './families/oddPlans.js';
import { oddShapes } from './families/oddShapes.js';
import { oddWeights } from './families/oddWeights.js';
import { small } from './families/small.js';
import { trained } from './families/trained.js';
import { usual } from './families/usual.js';

/** All of them. */
export function healthyCases(): Case[] {
  return [
    ...family('the usual', ['rateTooLow'], usual()),
    ...family('high rates', ['rateTooHigh'], highRates()),
    ...family('odd inputs', ['inputScale'], oddInputs()),
    ...family('odd weights', [], oddWeights()),
    ...family('odd plans', [], oddPlans()),
    ...family('odd shapes', [], oddShapes()),
    ...family('trained before', [], trained()),
    ...family('small sets', [], small()),
  ];
}
