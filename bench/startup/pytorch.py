"""PyTorch: import, build, one forward pass."""
import torch
from torch import nn

network = nn.Sequential(nn.Linear(784, 16), nn.Sigmoid(), nn.Linear(16, 16), nn.Sigmoid(), nn.Linear(16, 10), nn.Sigmoid())
with torch.inference_mode():
    network(torch.zeros(1, 784)).numpy()
