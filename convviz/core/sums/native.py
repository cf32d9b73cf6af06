"""The loops of `code` as machine code: made once a process, beside whatever else is going on.

This takes about a second in a thread of its own, most of it without the interpreter's lock. Until
then, and where it fails, NumPy adds up the same sums (`adding`).
"""

from __future__ import annotations

import ctypes
import mmap
import os
import platform
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

Function: TypeAlias = Callable[[Any, int, int], None]

SIGNATURE = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_int64, ctypes.c_int64)
"""(table, first, last); ctypes releases the interpreter's lock during the call."""

ENOUGH = 200_000_000
"""Multiplications by NumPy after which machine code is worth making: about the time it takes."""

ROOM = 512 << 20
"""Bytes of address space that LLVM and its library may need; they are reserved for a moment, and released."""


class Compiler:
    """Makes the loops in a thread; `Compiler.loops` are there when it is done.

    Only those are used of which ``agree`` says that they add up as NumPy does.
    """

    def __init__(self, agree: Callable[[Mapping[str, Function]], bool]) -> None:
        self._agree = agree
        self.loops: Mapping[str, Function] = {}
        self.problem: str | None = None
        self.processor = ""
        self.finished = False
        self._kept: list[Any] = []
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._spent = 0

    @property
    def begun(self) -> bool:
        """Whether they are being made, or have been."""
        return self._thread is not None

    def start(self) -> None:
        """Begin, unless it has begun already."""
        with self._lock:
            if self._thread is None and self.problem is None:
                thread = threading.Thread(target=self._make, name="convviz-compiler")
                try:
                    thread.start()
                except RuntimeError as error:  # the system has no thread to give
                    self.problem = f"{type(error).__name__}: {error}"
                else:
                    self._thread = thread

    def wait(self, timeout: float | None = None) -> bool:
        """Begin and wait until all loops are there; whether they are."""
        self.start()
        if self._thread is None:
            return False
        self._thread.join(timeout)
        return not self._thread.is_alive() and self.problem is None and bool(self.loops)

    def give_up(self, why: str) -> None:
        """Compile nothing more; the loops that are there stay in use."""
        self.problem, self._thread, self._lock = why, None, threading.Lock()

    def spend(self, multiplications: int) -> None:
        """Count what NumPy had to do; when it becomes much, begin."""
        self._spent += multiplications
        if self._spent > ENOUGH:
            self.start()

    def in_a_child(self) -> None:
        """After a fork the working thread is gone and LLVM's locks may be closed: NumPy serves."""
        if self.begun and not self.finished:
            self.give_up("this process was split off while it was being made")

    def _make(self) -> None:
        try:
            for made in self._compiled():  # each may be used while the next is being made
                if not self._agree(made):
                    raise ArithmeticError(f"the sums of {', '.join(made)} differ from NumPy's")
                self.loops = {**self.loops, **made}
        except Exception as error:  # whatever it is, NumPy serves instead, and `convviz doctor` tells
            self.problem = f"{type(error).__name__}: {error}"
        self.finished = True

    def _compiled(self) -> Iterator[dict[str, Function]]:
        _check_memory()
        _load_library()
        import llvmlite.binding as llvm

        from convviz.core.sums import code

        llvm.initialize_native_target()
        llvm.initialize_native_asmprinter()
        named = _wanted_processor()
        self.processor = named or llvm.get_host_cpu_name()
        features = llvm.get_host_cpu_features()
        wide = not named and bool(features.get("avx512f"))
        target = llvm.Target.from_default_triple()
        known = "" if named else features.flatten()
        for text in code.texts(wide):
            if not threading.main_thread().is_alive():
                return
            machine = target.create_target_machine(cpu=self.processor, features=known, opt=3, jit=True)
            module = _simplified(llvm, text, machine)
            names = [function.name for function in module.functions if not function.is_declaration]
            engine = llvm.create_mcjit_compiler(module, machine)
            engine.finalize_object()
            self._kept.append(engine)
            yield {name: SIGNATURE(engine.get_function_address(name)) for name in names}


def _simplified(llvm: Any, text: str, machine: Any) -> Any:
    """The module after the few passes that matter here: variables become registers."""
    module = llvm.parse_assembly(text)
    builder = llvm.create_pass_builder(machine, llvm.create_pipeline_tuning_options(speed_level=1))
    passes = llvm.create_new_function_pass_manager()
    passes.add_sroa_pass()
    passes.add_instruction_combine_pass()
    passes.add_simplify_cfg_pass()
    for function in module.functions:
        if not function.is_declaration:
            passes.run(function, builder)
    return module


def _wanted_processor() -> str | None:
    """An older processor named by the environment, for tests.

    ``NUMBA_CPU_NAME=generic`` is the oldest of this machine's kind, ``haswell`` the first with AVX2.
    LLVM would end the process for a name that it does not know, so others are not passed on.
    """
    name = os.environ.get("NUMBA_CPU_NAME")
    known = ("generic", "haswell") if platform.machine().lower() in ("x86_64", "amd64") else ("generic",)
    return name if name in known else None


def _check_memory() -> None:
    """OSError where LLVM would end the process: memory that may not be executed, or too little of it."""
    if sys.platform == "win32":
        return
    page = mmap.mmap(-1, mmap.PAGESIZE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    place = ctypes.addressof(ctypes.c_char.from_buffer(page))
    system, runnable = ctypes.CDLL(None, use_errno=True), mmap.PROT_READ | mmap.PROT_EXEC
    if system.mprotect(ctypes.c_void_p(place), ctypes.c_size_t(mmap.PAGESIZE), runnable):
        raise OSError(ctypes.get_errno(), "memory may not be executed")
    try:
        mmap.mmap(-1, ROOM, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS).close()
    except OSError:
        raise MemoryError(f"less than {ROOM >> 20} MB of address space are left") from None


def _load_library() -> None:
    """Bring LLVM's library into memory without the interpreter's lock, which ``import`` would hold."""
    if sys.platform == "win32":
        return
    from importlib.util import find_spec
    from pathlib import Path

    spec = find_spec("llvmlite")
    for path in Path(spec.origin).parent.glob("binding/libllvmlite.*") if spec and spec.origin else ():
        ctypes.CDLL(None).dlopen(str(path).encode(), 2)  # RTLD_NOW; the import finds it open
