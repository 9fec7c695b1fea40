"""PyTorch, with its autograd and its optimizers."""
import numpy as np
import torch
from torch.nn import functional

import given


def open_library(threads):
    torch.set_num_threads(threads)
    return torch.__version__


def tensors(model):
    return [(torch.from_numpy(weights), torch.from_numpy(biases)) for weights, biases in given.start(model)]


def last_sums(layers, hidden, inputs):
    activate = torch.relu if hidden == "relu" else torch.sigmoid
    for weights, biases in layers[:-1]:
        inputs = activate(functional.linear(inputs, weights, biases))
    return functional.linear(inputs, *layers[-1])


def training(work):
    model, batch_size, rate = work["model"], work["batchSize"], work["learningRate"]
    images = torch.from_numpy(given.images("train"))
    labels = torch.from_numpy(given.labels("train"))
    targets = functional.one_hot(labels, 10).to(torch.float32)
    layers, optimizer = [], None

    def reset():
        nonlocal layers, optimizer
        layers = [(weights.requires_grad_(), biases.requires_grad_()) for weights, biases in tensors(model)]
        parameters = [part for layer in layers for part in layer]
        if work["optimizer"] == "adam":
            optimizer = torch.optim.Adam(parameters, lr=rate, eps=1e-7)
        else:
            optimizer = torch.optim.SGD(parameters, lr=rate)

    def cost(start, end):
        sums = last_sums(layers, model["hidden"], images[start:end])
        if work["loss"] == "crossEntropy":
            return functional.cross_entropy(sums, labels[start:end])
        return functional.mse_loss(torch.sigmoid(sums), targets[start:end], reduction="sum") * (0.5 / (end - start))

    def run(amount):
        for start in range(0, amount, batch_size):
            optimizer.zero_grad(set_to_none=True)
            cost(start, min(start + batch_size, amount)).backward()
            optimizer.step()

    def result():
        return given.flatten([[part.detach().numpy() for part in layer] for layer in layers])

    return {"reset": reset, "run": run, "result": result}


def forward(model):
    layers = tensors(model)

    def outputs(images):
        with torch.inference_mode():
            sums = last_sums(layers, model["hidden"], torch.from_numpy(images))
            return (torch.softmax(sums, 1) if model["output"] == "softmax" else torch.sigmoid(sums)).numpy()

    return outputs
