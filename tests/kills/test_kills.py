"""The window is killed at random moments: files are whole, work is offered, nothing stays behind.

``KILLS`` says how often, ``SEED`` repeats a run.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import numpy as np
import PIL.Image
import pytest
from PySide6.QtCore import QSettings

from convviz.app.window.going_on import SWEEP_AFTER
from convviz.core.base.leftovers import MARK, YOUNG
from convviz.document.files.experiment import read_experiment, save_experiment
from convviz.document.files.read import ExperimentError
from convviz.document.sessions.content import read_session
from convviz.document.sessions.folder import offers
from convviz.document.sessions.keeper import SOON
from convviz.document.state.state import DocumentState

pytestmark = [pytest.mark.kills, pytest.mark.timeout(0)]

KILLS = int(os.environ.get("KILLS", "200"))
SEED = int(os.environ.get("SEED", time.time_ns() % 1_000_000))
ACTIVITIES = ("editing", "saving", "settings", "opening", "exporting", "training")
LONGEST = 8.0
"""Seconds from its first change after which a window is killed at the latest."""

PROMISED = 15.0
"""Seconds after which every change is kept, however busy the machine is."""

BUSY = 4.0
"""Seconds that writing a session may take longer where nothing else has to be done."""

DRIVER = Path(__file__).with_name("driver.py")


class Killing:
    """One home in which windows are killed one after the other; ``problems`` says what was wrong."""

    def __init__(self, home, digits):
        self.home, self.work, self.temporary = home, home / "work", home / "tmp"
        self.sessions = home / ".config" / "ConvViz" / "sessions"
        self.random = random.Random(SEED)
        self.problems, self.counts, self.oldest, self.said = [], Counter(), 0.0, 0
        self.left = {}
        for folder in (self.work, self.temporary):
            folder.mkdir()
        (self.work / "digits.npz").write_bytes(digits.read_bytes())
        np.save(self.work / "photo.npy", np.arange(120, dtype=np.uint8).reshape(10, 12))
        save_experiment(self.work / "other.convviz", DocumentState(title="Other"), embed=True)
        self.environment = {**os.environ, "HOME": str(home), "TMPDIR": str(self.temporary)}
        self.environment |= {"XDG_CONFIG_HOME": str(home / ".config"), "QT_QPA_PLATFORM": "offscreen"}

    def kill(self, number):
        """Start a window, kill it at some moment, and look at what it leaves."""
        activity = ACTIVITIES[number % len(ACTIVITIES)]
        journal = self.home / "journal"
        journal.unlink(missing_ok=True)
        command = [sys.executable, str(DRIVER), activity, str(number)]
        begun = time.time()
        with subprocess.Popen(command, env=self.environment, stderr=subprocess.PIPE) as window:
            while not self.changes() and window.poll() is None:
                time.sleep(0.02)
            time.sleep(self.random.uniform(0, LONGEST))
            alive = window.poll() is None
            window.kill()
            killed = time.time()
            said = window.communicate()[1].decode()
        if not alive or "Traceback" in said:
            self.problem(number, activity, f"the window ended by itself: {said[-1500:]}")
        self.counts[activity] += 1
        self.look_at_files(number, activity)
        self.look_at_session(number, activity, killed)
        self.look_at_children(number, activity)
        self.look_at_leftovers(number, activity, begun)

    def problem(self, number, activity, text):
        self.problems.append(f"kill {number} ({activity}): {text}")

    def news(self):
        """The problems that were not told yet."""
        fresh, self.said = self.problems[self.said :], len(self.problems)
        return "\n" + "\n".join(fresh) + "\n"

    def changes(self):
        try:
            lines = (self.home / "journal").read_text().split("\n")[:-1]
        except FileNotFoundError:
            return []
        return [json.loads(line) for line in lines]

    def look_at_files(self, number, activity):
        for path in self.work.iterdir():
            try:
                if path.suffix == ".convviz":
                    read_experiment(path)
                elif path.suffix == ".gif":
                    with PIL.Image.open(path) as film:
                        film.seek(film.n_frames - 1)
                        film.load()
                elif path.suffix == ".mp4" and b"moov" not in path.read_bytes():
                    raise ValueError("no index")
                elif path.suffix == ".npy":
                    np.load(path)
            except (ValueError, OSError, EOFError) as error:
                self.problem(number, activity, f"{path.name} is broken: {error}")
        conf = self.sessions.parent / "ConvViz.conf"
        settings = QSettings(str(conf), QSettings.Format.IniFormat)
        if conf.exists() and settings.value("files/folder") != str(self.work):
            self.problem(number, activity, f"the settings are broken: {settings.allKeys()}")

    def look_at_session(self, number, activity, killed):
        """What is offered is what was in hand when it was kept, and no change waited too long for that."""
        changes, found = self.changes(), offers(self.sessions)
        kept = found[0].header.saved if found else 0.0
        waiting = [one["at"] for one in changes if one["at"] > kept]
        age = killed - waiting[0] if waiting else 0.0
        self.oldest = max(self.oldest, age)
        if age > self.longest_wait():
            self.problem(number, activity, f"a change of {age:.1f} s before is not in the session")
        if not found:
            return
        self.counts["sessions"] += 1
        try:
            session, _ = read_session(found[0].folder)
        except ExperimentError as error:
            self.problem(number, activity, f"the session is broken: {error}")
            return
        steps = session.past.steps if session.past else ()
        if session.past is None or steps[session.past.at].state is not session.state:
            self.problem(number, activity, "the session has lost what can be undone")
        self.counts["steps"] += len(steps)
        before = [one["bias"] for one in changes if one["at"] <= kept][-50:]
        if before and session.state.settings.bias not in before:
            self.problem(number, activity, "the session is of another moment than it says")

    def longest_wait(self):
        others = os.getloadavg()[0] / (os.cpu_count() or 1)
        return min(PROMISED, SOON / 1000 + BUSY * max(1, others))

    def look_at_children(self, number, activity):
        mark = f"HOME={self.home}".encode()
        end = time.monotonic() + 60
        while (left := [pid for pid in _processes() if mark in _environment(pid)]) and time.monotonic() < end:
            time.sleep(0.1)
        if left:
            self.problem(number, activity, f"these processes go on: {left}")

    def look_at_leftovers(self, number, activity, begun):
        """Those that a window found which lived long enough to look for them are gone."""
        there = self.leftovers()
        lived = [one["at"] for one in self.changes()]
        if lived and lived[-1] - begun > SWEEP_AFTER / 1000 + BUSY:
            stale = [path for path in there if self.left.get(path, begun) < begun]
            if stale:
                self.problem(number, activity, f"not swept: {stale}")
        self.counts["leftovers"] += len(there - self.left.keys())
        self.left = {path: self.left.get(path, time.time()) for path in there}

    def leftovers(self):
        folders = [path for path in self.temporary.glob("convviz-*") if (path / MARK).exists()]
        return {*folders, *self.work.glob(".convviz-*"), *self.sessions.glob("*/.convviz-*.tmp")}

    def close_at_last(self):
        """A window that lives as long as it likes, and is ended politely, leaves nothing but its session."""
        time.sleep(YOUNG)
        with subprocess.Popen([sys.executable, str(DRIVER), "editing", "1"], env=self.environment) as window:
            end = time.monotonic() + 60
            while self.leftovers() and time.monotonic() < end:
                time.sleep(0.1)
            while not offers(self.sessions) and time.monotonic() < end:
                time.sleep(0.1)
            window.terminate()
        if self.leftovers():
            self.problems.append(f"never swept: {self.leftovers()}")


def _processes():
    return [int(name) for name in os.listdir("/proc") if name.isdecimal() and int(name) != os.getpid()]


def _environment(pid):
    try:
        return Path(f"/proc/{pid}/environ").read_bytes()
    except OSError:
        return b""


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_nothing_is_lost_whatever_the_moment(tmp_path, few_digits, capsys):
    home = tmp_path / "home"
    home.mkdir()
    killing = Killing(home, few_digits)
    with capsys.disabled():
        sys.stdout.write(f"\n{KILLS} kills, SEED={SEED}\n")
        for number in range(KILLS):
            killing.kill(number)
            sys.stdout.write("." if killing.said == len(killing.problems) else killing.news())
            sys.stdout.flush()
        killing.close_at_last()
        counts = ", ".join(f"{name} {count}" for name, count in killing.counts.items())
        sys.stdout.write(f"\n{counts}; the oldest change that was lost: {killing.oldest:.1f} s\n")
    assert not killing.problems, "\n".join(killing.problems)
