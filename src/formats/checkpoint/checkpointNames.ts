// What things are called in a checkpoint, so that the network alone can be found in it.

/** The name of our text among the metadata. */
export const CHECKPOINT_KEY = 'glassbox-nn checkpoint';

/** Begins the names of all tensors but the network's own. */
export const CHECKPOINT_TENSORS = 'checkpoint.';

/** The network's own tensors. */
export function withoutCheckpoint<Tensor>(tensors: ReadonlyMap<string, Tensor>): Map<string, Tensor> {
  return new Map([...tensors].filter(([name]) => !name.startsWith(CHECKPOINT_TENSORS)));
}
