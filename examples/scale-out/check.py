"""Has ONNX's own checker look at files, and infer their shapes from their operators: python3 check.py FILE..."""
import sys

import onnx

for path in sys.argv[1:]:
    model = onnx.load(path)
    onnx.checker.check_model(model, full_check=True)
    onnx.shape_inference.infer_shapes(model, check_type=True, strict_mode=True)
print(f"onnx.checker {onnx.__version__}: {len(sys.argv) - 1} files are valid")
