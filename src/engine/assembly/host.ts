// What the core asks of its host: custom functions, which are JavaScript.

/** Activates rows `from` to `to` of a layer's batch: reads its weighted sums, writes its activations. */
// @ts-ignore: decorator
@external('host', 'activate')
export declare function activate(layer: u32, from: u32, to: u32): void;

/** Multiplies the deltas of rows `from` to `to` of a layer by the derivative of its activation. */
// @ts-ignore: decorator
@external('host', 'activationDerivative')
export declare function activationDerivative(layer: u32, from: u32, to: u32): void;

/** The cost of the example in row `row` of the batch, whose target stands at `target`. */
// @ts-ignore: decorator
@external('host', 'cost')
export declare function cost(row: u32, target: usize): f64;

/** Writes the gradient of that cost with respect to each output into the deltas of the last layer. */
// @ts-ignore: decorator
@external('host', 'lossGradient')
export declare function lossGradient(row: u32, target: usize): void;
