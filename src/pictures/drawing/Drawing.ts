// Drawings as plain data: shapes on paper. Their colours are meanings, so that any theme can colour them.
import { isList, ownField } from '../../support/views.js';
import type { Picture } from '../raster/Picture.js';

/** A place on the paper: to the right, and down. */
export type Place = readonly [x: number, y: number];

/**
 * The meaning of a colour: words and lines (`ink`), less important ones (`soft`), lines that only help the eye (`faint`), the background (`paper`), a sign, a number from -1 to 1 by
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
  /** The kind of shape. */
  readonly kind: 'line';
  /** Where it begins. */
  readonly from: Place;
  /** Where it ends. */
  readonly to: Place;
  /** Its colour. */
  readonly paint: Paint;
  /** Its thickness; 1 if left out. */
  readonly width?: number | undefined;
  /** Whether it is dashed. */
  readonly dashed?: boolean | undefined;
}

/** A line through many points. */
export interface CurveShape {
  /** The kind of shape. */
  readonly kind: 'curve';
  /** The points, in order. */
  readonly points: readonly Place[];
  /** Its colour. */
  readonly paint: Paint;
  /** Its thickness; 1 if left out. */
  readonly width?: number | undefined;
  /** Whether it is dashed. */
  readonly dashed?: boolean | undefined;
}

/** A rectangle, filled. */
export interface RectangleShape {
  /** The kind of shape. */
  readonly kind: 'rectangle';
  /** Its left upper corner. */
  readonly at: Place;
  /** From left to right. */
  readonly width: number;
  /** From top to bottom. */
  readonly height: number;
  /** Its colour. */
  readonly paint: Paint;
  /** The tip that a pointer shows on it. */
  readonly tip?: string | undefined;
}

/** A circle, filled, with a line around it. */
export interface CircleShape {
  /** The kind of shape. */
  readonly kind: 'circle';
  /** Its centre. */
  readonly at: Place;
  /** Its radius. */
  readonly radius: number;
  /** Its colour. */
  readonly paint: Paint;
  /** The colour of the line around it; none if left out. */
  readonly edge?: Paint | undefined;
  /** The tip that a pointer shows on it. */
  readonly tip?: string | undefined;
}

/** A line of words. */
export interface TextShape {
  /** The kind of shape. */
  readonly kind: 'text';
  /** Where its baseline begins, has its middle, or ends. */
  readonly at: Place;
  /** The words. */
  readonly text: string;
  /** The part of it that stands at its place; `start` if left out. */
  readonly anchor?: 'start' | 'middle' | 'end' | undefined;
  /** The height of its letters; 12 if left out. */
  readonly size?: number | undefined;
  /** Its colour; `ink` if left out. */
  readonly paint?: Paint | undefined;
}

/** A picture inside of a drawing. */
export interface ImageShape {
  /** The kind of shape. */
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
  /** A description, for screen readers. */
  readonly description: string;
  /** The shapes. */
  readonly shapes: readonly Shape[];
}

/** Whether a value is a drawing and not a picture: it has shapes. */
export function isDrawing(value: unknown): value is Drawing {
  return typeof value === 'object' && isList(ownField(value, 'shapes'));
}
