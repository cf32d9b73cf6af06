"""Run the benchmarks and print every row as a Markdown table, with its ratio and whether it holds.

python tests/benchmarks/report.py [pytest arguments]
"""

import json
import os
import platform
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from convviz.core.sums import adding

HERE = Path(__file__).parent


def main(arguments):
    """Measure, print, and answer with pytest's exit status."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "rows.json")
        command = [sys.executable, "-m", "pytest", str(HERE), "-q", "-p", "no:cacheprovider"]
        command += ["--timeout=1800", "--benchmark-quiet", f"--benchmark-json={path}", *arguments]
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
        status = subprocess.run(command, env=environment, stdout=sys.stderr, check=False).returncode
        report = json.loads(path.read_text()) if path.exists() and path.stat().st_size else {"benchmarks": []}
    rows = [row for bench in report["benchmarks"] for row in bench["extra_info"].get("rows", ())]
    print(markdown(rows))
    return status


def markdown(rows):
    """The table, a heading for every section."""
    adding.compiler.wait()
    lines = [f"Measured {date.today():%d %B %Y}, {processor()}, Python {platform.python_version()}."]
    for section in dict.fromkeys(row["section"] for row in rows):
        lines += ["", f"**{section}**", "", "| | measured | limit | holds |", "|---|---:|---:|---|"]
        lines += [line(row) for row in rows if row["section"] == section]
    held = sum(row["holds"] for row in rows)
    lines += ["", f"{held} of {len(rows)} rows hold."]
    return "\n".join(lines)


def line(row):
    """One row: what, how much (and a note), how much is allowed."""
    unit = "" if row["unit"] == "x" else " " + row["unit"]
    note = f" ({row['note']})" if row["note"] else ""
    sign = "≥" if row["more"] else "≤"
    word = "yes" if row["holds"] else "**no**"
    return f"| {row['name']} | {row['value']:.3g}{unit}{note} | {sign} {row['limit']:g}{unit} | {word} |"


def processor():
    """The processor's name and how many cores may be used."""
    name = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [
            part.split(":", 1)[1].strip() for part in info.read_text().splitlines() if "model name" in part
        ]
        name = names[0] if names else name
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{name}, {cores} cores, machine code for {adding.compiler.processor}, NumPy's BLAS for {blas()}"


def blas():
    """The processor whose matrix products NumPy's library chose."""
    import numpy as np
    from threadpoolctl import threadpool_info

    np.ones((2, 2)) @ np.ones((2, 2))
    named = [one["architecture"] for one in threadpool_info() if "architecture" in one]
    return named[0] if named else "an unknown core"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
