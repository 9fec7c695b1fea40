export {
  ArgumentError,
  FormatError,
  type FormatPlace,
  LimitError,
  NumericError,
  OutOfRangeError,
  ShapeError,
  StateError,
} from './errors.js';
export type { Numbers } from './numbers.js';
