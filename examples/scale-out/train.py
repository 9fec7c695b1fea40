"""Trains a network of glassbox-nn on, by several processes at once: python3 train.py FOLDER [PROCESSES]

Reads network.safetensors, inputs.f32, labels.u8 and test.f32 from the folder, and writes trained.safetensors and answers.f32 to it.
"""
import json
import os
import sys

import numpy
import torch
from torch import nn
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DataLoader, TensorDataset
from torch.utils.data.distributed import DistributedSampler

import tensors

EPOCHS, BATCH, RATE = 5, 32, 0.001

ACTIVATIONS = {
    "sigmoid": nn.Sigmoid,
    "relu": nn.ReLU,
    "tanh": nn.Tanh,
    "softplus": nn.Softplus,
    "softsign": nn.Softsign,
    "elu": nn.ELU,
    "mish": nn.Mish,
    "identity": nn.Identity,
    "leakyRelu": lambda: nn.LeakyReLU(0.01),
    "gelu": lambda: nn.GELU(approximate="tanh"),
}


def model_of(weights, activations):
    """The nn.Sequential that the file is of, but for a softmax at its end, which is in PyTorch's loss."""
    parts = []
    for index, name in enumerate(activations):
        outputs, inputs = weights[f"{2 * index}.weight"].shape
        parts.append(nn.Linear(inputs, outputs))
        if name != "softmax":
            parts.append(ACTIVATIONS[name]())
    model = nn.Sequential(*parts)
    model.load_state_dict(weights)
    return model


def run(rank, processes, folder):
    os.environ.update(MASTER_ADDR="127.0.0.1", MASTER_PORT=os.environ.get("MASTER_PORT", "29511"))
    torch.distributed.init_process_group("gloo", rank=rank, world_size=processes)
    torch.set_num_threads(1)

    weights, metadata = tensors.load(f"{folder}/network.safetensors")
    model = model_of(weights, json.loads(metadata["glassbox-nn"])["activations"])
    width = model[0].in_features
    inputs = torch.from_numpy(numpy.fromfile(f"{folder}/inputs.f32", "<f4").reshape(-1, width))
    labels = torch.from_numpy(numpy.fromfile(f"{folder}/labels.u8", "u1").astype("int64"))
    data = TensorDataset(inputs, labels)

    # Each process learns from its own share of the digits; after every batch all of them take the mean of their gradients.
    parallel = DistributedDataParallel(model)
    sampler = DistributedSampler(data, processes, rank, shuffle=True, seed=0)
    loader = DataLoader(data, batch_size=BATCH // processes, sampler=sampler)
    optimizer, loss_of = torch.optim.Adam(parallel.parameters(), lr=RATE, eps=1e-7), nn.CrossEntropyLoss()
    for epoch in range(EPOCHS):
        sampler.set_epoch(epoch)
        total = 0.0
        for some, answers in loader:
            optimizer.zero_grad()
            loss = loss_of(parallel(some), answers)
            loss.backward()
            optimizer.step()
            total += loss.item()
        if rank == 0:
            print(f"epoch {epoch + 1}: cost {total / len(loader):.3f} on process 0 of {processes}, {len(sampler)} digits each", flush=True)

    if rank == 0:
        tensors.save(model.state_dict(), f"{folder}/trained.safetensors", metadata)
        test = torch.from_numpy(numpy.fromfile(f"{folder}/test.f32", "<f4").reshape(-1, width))
        with torch.no_grad():
            torch.softmax(model(test), dim=1).numpy().astype("<f4").tofile(f"{folder}/answers.f32")
    torch.distributed.destroy_process_group()


if __name__ == "__main__":
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 2
    torch.multiprocessing.spawn(run, args=(count, sys.argv[1]), nprocs=count)
