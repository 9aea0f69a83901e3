"""What kind of machine this is, and what else it was doing while something was measured."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def describe() -> dict[str, Any]:
    cpu = _field("/proc/cpuinfo", "model name") or platform.machine()
    flags = (_field("/proc/cpuinfo", "flags") or "").split()
    memory = (_field("/proc/meminfo", "MemTotal") or "0 kB").split()[0]
    return {
        "cpu": cpu,
        "architecture": platform.machine(),
        "cores": len(os.sched_getaffinity(0)),
        "vector": next((name for name in ("avx512f", "avx2", "asimd") if name in flags), ""),
        "virtual": "hypervisor" in flags,
        "memory_bytes": int(memory) * 1024,
        "kernel": platform.release(),
        "system": (_field("/etc/os-release", "PRETTY_NAME", "=") or platform.system()).strip('"'),
    }


def _field(path: str, name: str, separator: str = ":") -> str | None:
    try:
        for line in Path(path).read_text().splitlines():
            label, found, value = line.partition(separator)
            if found and label.strip() == name:
                return value.strip()
    except OSError:
        pass
    return None


def peak_memory() -> int | None:
    """The most memory this process has held; what getrusage says is inherited from the process that started it."""
    peak = _field("/proc/self/status", "VmHWM")
    return int(peak.split()[0]) * 1024 if peak else None


def load() -> float:
    """The load average of the last minute."""
    return os.getloadavg()[0]


def busy_seconds() -> float:
    """CPU seconds that this machine's processors have spent working for anybody, stolen time included."""
    fields = Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]
    user, nice, system, _idle, _iowait, irq, softirq, steal = (int(field) for field in fields)
    return (user + nice + system + irq + softirq + steal) / os.sysconf("SC_CLK_TCK")


class Noise:
    """What the machine did beside the measured process, filled in when watching ends."""

    load_before = 0.0
    load_after = 0.0
    busy = 0.0
    span = 0.0

    def record(self, own_cpu: float) -> dict[str, float]:
        """`other_cpu` is the share of all cores that went to other processes (to within a few hundredths)."""
        capacity = max(self.span * len(os.sched_getaffinity(0)), 0.01)
        other = max(0.0, self.busy - own_cpu) / capacity
        return {"load_before": round(self.load_before, 2), "load_after": round(self.load_after, 2), "other_cpu": round(other, 3)}


@contextmanager
def watch() -> Iterator[Noise]:
    noise = Noise()
    noise.load_before, busy, start = load(), busy_seconds(), time.monotonic()
    try:
        yield noise
    finally:
        noise.load_after, noise.busy, noise.span = load(), busy_seconds() - busy, time.monotonic() - start
