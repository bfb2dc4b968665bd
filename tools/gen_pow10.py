#!/usr/bin/env python3
"""gen_pow10.py: the leading 128 bits of the powers of ten, for strconv's float conversions.

usage: gen_pow10.py OUT.inc
Row i belongs to 10**(i + POW10_MIN): {high 64 bits, low 64 bits}, cut off (not rounded) to 128 bits with the top bit set.
"""
import sys

LOW, HIGH = -348, 347


def leading(k):
    if k >= 0:
        n = 10 ** k
        shift = n.bit_length() - 128
        return n >> shift if shift >= 0 else n << -shift
    d = 10 ** -k
    # 2**s / d lies in [2**127, 2**128) for one s.
    s = d.bit_length() + 127
    q = (1 << s) // d
    return q if q < 1 << 128 else q >> 1


with open(sys.argv[1], "w") as out:
    out.write(f"enum {{ POW10_MIN = {LOW}, POW10_MAX = {HIGH} }};\n")
    out.write("static const uint64_t pow10_bits[][2] = {\n")
    for k in range(LOW, HIGH + 1):
        m = leading(k)
        assert 1 << 127 <= m < 1 << 128
        out.write(f"    {{0x{m >> 64:016x}, 0x{m & (1 << 64) - 1:016x}}},\n")
    out.write("};\n")
