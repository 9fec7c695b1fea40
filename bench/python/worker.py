"""A side of the comparison in a process of its own: worker.ts in Python. Commands come as lines of JSON on standard input, and are
answered on descriptor 3, since libraries may print.

    python3 worker.py pytorch|by_hand THREADS
"""
import importlib
import json
import os
import sys
import time

import numpy as np

import given
from matrix_kernel import matrix_kernel

MANY = 10_000
ROUND = 100


def prediction(work, forward):
    """The task of predicting, made of a forward pass from and to numpy arrays: predictionTask.ts in Python."""
    images = given.images(work["images"])
    round_of_images = [images[i : i + 1].copy() for i in range(ROUND)]
    last = [None]

    def one(calls):
        for call in range(calls):
            forward(round_of_images[call % ROUND])

    def many(amount):
        count = min(amount, MANY)
        for _ in range(0, amount, count):
            last[0] = forward(images[:count])

    if work["kind"] == "one":
        return {"run": one, "result": lambda: np.concatenate([forward(image) for image in round_of_images])}
    return {"run": many, "result": lambda: last[0]}


def main(name, threads):
    library = importlib.import_module(name)
    version = library.open_library(int(threads)) + matrix_kernel()
    replies = os.fdopen(3, "w", buffering=1)
    task = {}
    for line in sys.stdin:
        command = json.loads(line)
        reply = {}
        try:
            if command["do"] == "prepare":
                work = command["work"]
                task = library.training(work) if work["kind"] == "training" else prediction(work, library.forward(work["model"]))
                reply = {"version": version}
            elif command["do"] == "run":
                task.get("reset", lambda: None)()
                began = time.perf_counter()
                task["run"](command["amount"])
                reply = {"seconds": time.perf_counter() - began}
            elif command["do"] == "result":
                np.ascontiguousarray(task["result"](), np.float32).tofile(command["file"])
        except Exception as error:  # sent to the program that asked, as worker.ts does
            reply = {"error": repr(error)}
        replies.write(json.dumps(reply) + "\n")


main(*sys.argv[1:])
