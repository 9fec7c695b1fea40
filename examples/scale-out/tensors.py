"""Safetensors files for PyTorch: by the safetensors package if it is installed, else by these few lines, float32 alone."""
import json
import struct

import torch

try:
    from safetensors import safe_open
    from safetensors.torch import load_file, save_file

    def load(path):
        """The tensors of a file by name, and the texts of its metadata."""
        with safe_open(path, framework="pt") as file:
            return load_file(path), file.metadata()

    def save(tensors, path, metadata):
        save_file(tensors, path, metadata=metadata)

except ImportError:

    def load(path):
        """The tensors of a file by name, and the texts of its metadata."""
        with open(path, "rb") as file:
            (length,) = struct.unpack("<Q", file.read(8))
            header = json.loads(file.read(length))
            numbers = bytearray(file.read())
        metadata = header.pop("__metadata__", {})
        tensors = {}
        for name, entry in header.items():
            begin, end = entry["data_offsets"]
            tensors[name] = torch.frombuffer(numbers[begin:end], dtype=torch.float32).reshape(entry["shape"])
        return tensors, metadata

    def save(tensors, path, metadata):
        header, at = {"__metadata__": metadata}, 0
        for name, tensor in tensors.items():
            end = at + 4 * tensor.numel()
            header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [at, end]}
            at = end
        text = json.dumps(header).encode()
        text += b" " * (-len(text) % 8)
        with open(path, "wb") as file:
            file.write(struct.pack("<Q", len(text)) + text)
            for tensor in tensors.values():
                file.write(tensor.contiguous().numpy().astype("<f4").tobytes())
