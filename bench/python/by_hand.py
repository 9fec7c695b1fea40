"""The formulas written down with numpy: whole batches as matrices. Its matrix library takes the number of threads from the environment."""
import numpy as np

import given


def open_library(_threads):
    return np.__version__


def sigmoid(sums):
    return 1 / (1 + np.exp(-sums))


def relu(sums):
    return np.maximum(sums, 0)


def softmax(sums):
    powers = np.exp(sums - sums.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def activations_of(model):
    hidden = relu if model["hidden"] == "relu" else sigmoid
    last = softmax if model["output"] == "softmax" else sigmoid
    return [hidden] * (len(model["sizes"]) - 2) + [last]


def slope(activation, outputs):
    return outputs > 0 if activation is relu else outputs * (1 - outputs)


def gradients(layers, activations, inputs, targets):
    """The slopes of the mean cost, layer by layer. The cost is quadratic behind sigmoid, and cross-entropy behind softmax."""
    columns = [inputs]
    for (weights, biases), activate in zip(layers, activations):
        columns.append(activate(columns[-1] @ weights.T + biases))
    deltas = (columns[-1] - targets) / np.float32(len(inputs))
    if activations[-1] is sigmoid:
        deltas *= slope(sigmoid, columns[-1])
    slopes = []
    for index in reversed(range(len(layers))):
        slopes.append((deltas.T @ columns[index], deltas.sum(0)))
        if index > 0:
            deltas = (deltas @ layers[index][0]) * slope(activations[index - 1], columns[index])
    return slopes[::-1]


def descent(layers, rate):
    def update(slopes):
        for layer, layer_slopes in zip(layers, slopes):
            for values, gradient in zip(layer, layer_slopes):
                values -= rate * gradient

    return update


def adam(layers, rate):
    moments = [[(np.zeros_like(part), np.zeros_like(part)) for part in layer] for layer in layers]
    step = 0

    def update(slopes):
        nonlocal step
        step += 1
        for layer, layer_slopes, layer_moments in zip(layers, slopes, moments):
            for values, gradient, (mean, square) in zip(layer, layer_slopes, layer_moments):
                mean += 0.1 * (gradient - mean)
                square += 0.001 * (gradient * gradient - square)
                values -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-7)

    return update


def training(work):
    model, batch_size = work["model"], work["batchSize"]
    rate = np.float32(work["learningRate"])
    activations = activations_of(model)
    images = given.images("train")
    targets = np.eye(10, dtype=np.float32)[given.labels("train")]
    layers, update = [], None

    def reset():
        nonlocal layers, update
        layers = given.start(model)
        update = (adam if work["optimizer"] == "adam" else descent)(layers, rate)

    def run(amount):
        for start in range(0, amount, batch_size):
            end = min(start + batch_size, amount)
            update(gradients(layers, activations, images[start:end], targets[start:end]))

    return {"reset": reset, "run": run, "result": lambda: given.flatten(layers)}


def forward(model):
    layers = given.start(model)
    activations = activations_of(model)

    def outputs(images):
        for (weights, biases), activate in zip(layers, activations):
            images = activate(images @ weights.T + biases)
        return images

    return outputs
