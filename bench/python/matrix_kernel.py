"""Which kernel OpenBLAS chose for this processor: the speed of numpy and PyTorch hangs on it. Empty where there is no OpenBLAS."""
import ctypes
import re

NAMES = ("openblas_get_corename", "openblas_get_corename64_", "scipy_openblas_get_corename", "scipy_openblas_get_corename64_")


def matrix_kernel():
    try:
        with open("/proc/self/maps") as maps:
            libraries = set(re.findall(r"/\S*openblas\S*", maps.read()))
    except OSError:
        return ""
    for library in map(ctypes.CDLL, libraries):
        for name in NAMES:
            if hasattr(library, name):
                function = getattr(library, name)
                function.restype = ctypes.c_char_p
                return " with OpenBLAS for " + function().decode()
    return ""
