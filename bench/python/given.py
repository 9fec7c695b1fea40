"""What all sides are handed (see given.ts), as numpy arrays."""
import os

import numpy as np

FOLDER = os.path.join(os.path.dirname(__file__), "..", "..", "build", "bench")
PIXELS = 784


def images(name):
    """Images as numbers from 0 to 1: [count, 784]."""
    values = np.fromfile(os.path.join(FOLDER, name + ".u8"), np.uint8)
    return (values / 255).astype(np.float32).reshape(-1, PIXELS)


def labels(name):
    """The digits that the images show: [count]."""
    return np.fromfile(os.path.join(FOLDER, name + "-labels.u8"), np.uint8).astype(np.int64)


def start(model):
    """The weights to start from: for each layer its weights [outputs, inputs] and its biases [outputs]."""
    sizes = model["sizes"]
    name = "start-%s-%s-%s.f32" % ("-".join(map(str, sizes)), model["hidden"], model["output"])
    flat = np.fromfile(os.path.join(FOLDER, name), np.float32)
    layers, at = [], 0
    for inputs, outputs in zip(sizes, sizes[1:]):
        weights = flat[at : at + inputs * outputs].reshape(outputs, inputs).copy()
        at += inputs * outputs
        layers.append((weights, flat[at : at + outputs].copy()))
        at += outputs
    return layers


def flatten(layers):
    """The reverse of start()."""
    return np.concatenate([part.reshape(-1) for layer in layers for part in layer]).astype(np.float32)
