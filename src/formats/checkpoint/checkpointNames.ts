// Names in a checkpoint, by which a reader of networks finds the network in it.

/** The name of the training's text among the metadata. */
export const CHECKPOINT_KEY = 'glassbox-nn checkpoint';

/** Begins the names of all tensors but those of the network. */
export const CHECKPOINT_TENSORS = 'checkpoint.';

/** The tensors of the network. */
export function withoutCheckpoint<Tensor>(tensors: ReadonlyMap<string, Tensor>): Map<string, Tensor> {
  return new Map([...tensors].filter(([name]) => !name.startsWith(CHECKPOINT_TENSORS)));
}
