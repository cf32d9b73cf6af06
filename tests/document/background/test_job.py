"""When outdated work ends and when it is left to finish, by a clock that the test sets."""

from __future__ import annotations

import numpy as np
import pytest

from convviz.core.images.image import Image
from convviz.document.background.compute_queue import Job
from convviz.document.state.state import default_settings


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def started(clock: Clock, *, protected: bool = False) -> Job:
    job = Job(1, Image(np.zeros((2, 2))), default_settings(), protected=protected, clock=clock)
    job.begin(bool)
    return job


@pytest.mark.parametrize(
    ("seconds", "share", "ends"),
    [
        (0.3, 0.0, False),  # too young to be given up
        (0.5, 0.0, True),
        (0.5, 0.1, True),  # 4.5 s to go
        (0.5, 0.9, False),  # nearly done: it will be on the screen in 0.06 s
        (3.0, 0.7, True),
    ],
)
def test_overtaken_work_ends_when_old_and_far_from_done(seconds: float, share: float, ends: bool) -> None:
    clock = Clock()
    job = started(clock)
    clock.now += seconds
    job.advance(share)
    assert not job.cancelled()
    job.overtake()
    assert job.cancelled() == ends


def test_protected_work_ends_only_on_request() -> None:
    clock = Clock()
    job = started(clock, protected=True)
    wanted = True
    job.begin(lambda: not wanted)
    job.overtake()
    clock.now += 60
    assert not job.cancelled()
    wanted = False
    assert job.cancelled()


def test_progress_is_reported_at_most_twenty_times_a_second() -> None:
    clock = Clock()
    job = started(clock)
    reported = []
    for step in range(1, 17):
        clock.now = 100 + step / 64
        reported.append(job.advance(step / 16))
    assert [step for step, due in enumerate(reported, 1) if due] == [4, 8, 12, 16]
