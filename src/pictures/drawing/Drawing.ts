// Drawings as plain data: shapes on paper, whose colours are told by meaning, so that any theme can colour them.
import { isList, ownField } from '../../support/views.js';
import type { Picture } from '../raster/Picture.js';

/** A place on the paper: to the right, and down. */
export type Place = readonly [x: number, y: number];

/**
 * What a colour means: words and lines (`ink`), those that are not the point (`soft`), what only helps the eye (`faint`), the background (`paper`), a sign, a number from -1 to 1 by
 * sign and size, or a brightness from 0 to 1.
 */
export type Paint =
  | 'ink'
  | 'soft'
  | 'faint'
  | 'paper'
  | 'positive'
  | 'negative'
  | {
      /** From -1 to 1: the theme's negative or positive colour, the stronger the larger. */
      readonly signed: number;
    }
  | {
      /** From 0 (black) to 1 (white). */
      readonly light: number;
    };

/** A straight line. */
export interface LineShape {
  /** What it is. */
  readonly kind: 'line';
  /** Where it begins. */
  readonly from: Place;
  /** Where it ends. */
  readonly to: Place;
  /** Its colour. */
  readonly paint: Paint;
  /** How thick it is; 1 if left out. */
  readonly width?: number | undefined;
  /** Whether it is dashed. */
  readonly dashed?: boolean | undefined;
}

/** A line through many points. */
export interface CurveShape {
  /** What it is. */
  readonly kind: 'curve';
  /** The points, in order. */
  readonly points: readonly Place[];
  /** Its colour. */
  readonly paint: Paint;
  /** How thick it is; 1 if left out. */
  readonly width?: number | undefined;
  /** Whether it is dashed. */
  readonly dashed?: boolean | undefined;
}

/** A rectangle, filled. */
export interface RectangleShape {
  /** What it is. */
  readonly kind: 'rectangle';
  /** Its left upper corner. */
  readonly at: Place;
  /** From left to right. */
  readonly width: number;
  /** From top to bottom. */
  readonly height: number;
  /** Its colour. */
  readonly paint: Paint;
  /** What a pointer that rests on it is told. */
  readonly tip?: string | undefined;
}

/** A circle, filled, with a line around it. */
export interface CircleShape {
  /** What it is. */
  readonly kind: 'circle';
  /** Its centre. */
  readonly at: Place;
  /** Its radius. */
  readonly radius: number;
  /** Its colour. */
  readonly paint: Paint;
  /** The colour of the line around it; none if left out. */
  readonly edge?: Paint | undefined;
  /** What a pointer that rests on it is told. */
  readonly tip?: string | undefined;
}

/** A line of words. */
export interface TextShape {
  /** What it is. */
  readonly kind: 'text';
  /** Where its baseline begins, has its middle, or ends. */
  readonly at: Place;
  /** The words. */
  readonly text: string;
  /** Which part of it stands at its place; `start` if left out. */
  readonly anchor?: 'start' | 'middle' | 'end' | undefined;
  /** The height of its letters; 12 if left out. */
  readonly size?: number | undefined;
  /** Its colour; `ink` if left out. */
  readonly paint?: Paint | undefined;
}

/** A picture inside of a drawing. */
export interface ImageShape {
  /** What it is. */
  readonly kind: 'image';
  /** Its left upper corner. */
  readonly at: Place;
  /** From left to right. */
  readonly width: number;
  /** From top to bottom. */
  readonly height: number;
  /** The picture. */
  readonly picture: Picture;
}

/** One shape of a {@link Drawing}. */
export type Shape = LineShape | CurveShape | RectangleShape | CircleShape | TextShape | ImageShape;

/** A drawing: shapes on paper, the later ones over the earlier ones. `toSvg` writes it. */
export interface Drawing {
  /** From left to right. */
  readonly width: number;
  /** From top to bottom. */
  readonly height: number;
  /** What it shows, in a few words. */
  readonly title: string;
  /** What is to be seen, for who cannot see it. */
  readonly description: string;
  /** The shapes. */
  readonly shapes: readonly Shape[];
}

/** A drawing, told from a picture by its shapes. */
export function isDrawing(value: unknown): value is Drawing {
  return typeof value === 'object' && isList(ownField(value, 'shapes'));
}
