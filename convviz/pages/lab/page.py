"""The Lab: a picture, a kernel, and every stage of what they make, live."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from functools import partial
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from convviz.core.images.image import Image
from convviz.core.kernels.kernel import Kernel
from convviz.core.sizes.settings import Settings, StageName
from convviz.core.stages.pipeline import Result
from convviz.document.background.compute_queue import ComputeQueue
from convviz.document.document import Document
from convviz.document.live.source import LiveSource
from convviz.document.state.history import another_picture
from convviz.document.state.state import DocumentState, Pin
from convviz.film.figure.figures import Figure
from convviz.film.writing import Writing
from convviz.pages.lab import texts
from convviz.pages.lab.body import CHANNEL_MODES, LabBody, put_choices
from convviz.pages.lab.files.exports import Exports
from convviz.pages.lab.files.kernels import KernelFiles
from convviz.pages.lab.input.changing import InputChanges
from convviz.pages.lab.input.live_input import LiveInput
from convviz.pages.lab.input.paging import Paging
from convviz.pages.lab.kept.keeping import Keeping
from convviz.pages.lab.kept.maps import KeptMaps
from convviz.pages.lab.kept.resolve import present_place
from convviz.pages.lab.live import LabLive, run_whole, seen_present
from convviz.pages.lab.pointing import Cell, Place
from convviz.pages.lab.presenting import LabPresenting, Pointing
from convviz.pages.lab.ranges import Ranges
from convviz.pages.lab.resolve import resolve
from convviz.pages.lab.scipy_check import ScipyCheck
from convviz.pages.lab.view import BLANK, LabView, Screen
from convviz.views.base.texts import edit_name, reason_text
from convviz.views.controls.number_box import DecimalBox, NumberBox
from convviz.views.picture.scene import visible_cells
from convviz.views.picture.viewport import GRID_CELL
from convviz.views.stages.input_card import CHANGES
from convviz.views.window.messages import VerdictNote


class LabPage(LabBody):
    """Shows a `Document` stage by stage and turns what a person does into edits of it.

    One way in and one way out: whatever happens, `resolve` makes a view of the document, the newest result
    and the `Screen`, and `apply` brings the widgets from the view before to this one.
    """

    info_changed = Signal(str)
    message, message_over = Signal(str, str), Signal(str)

    least_height = 410
    """What it has in the smallest window; its panels give way, or scroll, by themselves."""

    cards_changed = Signal()
    """What can be shown in presenter mode is something else."""

    export_wanted, figure_wanted = Signal(str), Signal(str)
    open_kernel_wanted = Signal()
    save_kernel_wanted = Signal()
    file_failed = Signal(object)
    """What is the window's: questions about a file, and saying why one cannot be read."""
    live_turned, live_failed = Signal(str), Signal(object)
    """A live input begins, with its title, or ends with ""; why nothing comes of it."""

    def __init__(self, document: Document, parent: QWidget | None = None, *, in_parts: bool = False) -> None:
        super().__init__(parent)
        self.document = document
        self.result: Result | None = None
        """The newest whole result of the picture."""
        self._shown: Result | None = None
        """The newest result: that one, or one whose maps are worked out where they are looked at."""
        self.view: LabView = BLANK
        self._screen = Screen()
        pointing = Pointing(self.screen_place, self._pin, self.point_at, self._map_shape)
        self.presenting = LabPresenting(self, pointing)
        self.is_built = False
        if not in_parts:
            for _ in self.build():
                pass

    # Building

    def build(self) -> Generator[None]:
        """Build the page; for one made ``in_parts``, to be gone through before anything else.

        What needs ending comes with the last part.
        """
        yield from self.build_widgets()
        self.queue = ComputeQueue(self, run=run_whole)
        self.paging = Paging(self.document, self)
        self.changes = InputChanges(self.document, self.stages.input, self)
        self.writing = Writing(self)
        self.live = LabLive(seen_present(self.stages), self.queue, self)
        self.kept = KeptMaps(self.stages, self)
        self.keeping = Keeping(self.document, self.compare, self)
        self.live_input = LiveInput(self.document, self.stages.cards["input"].live, self)
        self.ranges = Ranges(self.document, self)
        self.kernel_files = KernelFiles(self.document, self)
        maps = self.queue, self.live, self.kept
        self.exports = Exports(self.document, self.stages, maps, self.writing, self)
        self.note = VerdictNote(self)
        self.scipy_check = ScipyCheck(self.document, self.note, self.visible_map, self)
        self.is_built = True
        self._connect()
        self._follow()

    def _connect(self) -> None:
        self.document.state_changed.connect(self._on_state)
        self.queue.result_ready.connect(self._on_result)
        self.queue.failed.connect(self._on_failed)
        self.queue.busy_changed.connect(self._on_busy)
        self.queue.given_up.connect(self._leave_outdated)
        self.queue.progress.connect(self._on_progress)
        self.live.changed.connect(self._on_live)
        self.busy_note.follow(self.queue)
        for told in (self.writing, self.exports, self.kernel_files):
            told.message.connect(self.message)
        self.kernel_panel.kernel_edited.connect(self._on_kernel)
        self.kernel_panel.bias_edited.connect(self._on_bias)
        self.kernel_panel.edit_finished.connect(self.document.seal)
        self.kernel_panel.tap_pointed.connect(self._on_tap)
        self.kernel_panel.channel_chosen.connect(self._on_channel)
        self.kernel_panel.open_requested.connect(self.open_kernel_wanted)
        self.kernel_panel.save_requested.connect(self.save_kernel_wanted)
        self.settings_panel.settings_edited.connect(self._on_settings)
        self.settings_panel.edit_finished.connect(self.document.seal)
        for box in (*self.findChildren(NumberBox), *self.findChildren(DecimalBox)):
            if box is not self.stages.input.drawing.value:  # which is no edit
                box.withdrawn.connect(self.document.withdraw)
        frames = self.stages.cards["input"].frames
        if frames is not None:
            frames.frame_chosen.connect(self.paging.go_to)
            frames.array_chosen.connect(self.paging.take_array)
            frames.settled.connect(self.paging.settle)
        self.paging.failed.connect(self._on_no_page)
        self.changes.failed.connect(self._on_not_changed)
        self.changes.message.connect(self.message)
        self.changes.message_over.connect(self.message_over)
        self.changes.ended.connect(partial(self.draw, False))
        self.live_input.turned.connect(self._on_live_turned)
        self.live_input.arrived.connect(self._follow)
        self.live_input.changed.connect(self._on_moving)
        self.live_input.failed.connect(self.live_failed)
        self.channel_mode.activated.connect(self._on_channel_mode)
        self.strip.link_clicked.connect(self._on_link)
        self.stages.unfold_requested.connect(self._on_unfold)
        self.stages.viewport.changed.connect(self._tell_info)
        self.stages.viewport.changed.connect(self.scipy_check.look_again)
        self.why.pin_toggled.connect(self._on_pin_button)
        self.why.operand_pointed.connect(self._on_operand)
        for stage, card in self.stages.cards.items():
            card.picture.pointed.connect(partial(self._on_pointed, stage))
            card.picture.clicked.connect(partial(self._on_clicked, stage))
            card.action_chosen.connect(self._on_action)
            card.range_chosen.connect(self.ranges.drag)
            card.range_settled.connect(self.document.seal)
        self._connect_kept()

    def _connect_kept(self) -> None:
        card = self.stages.kept
        self.stages.compared.connect(self.cards_changed)
        self.kept.changed.connect(self._on_kept)
        self.kept.failed.connect(self._on_kept_failed)
        self.kept.whole.busy_changed.connect(card.busy.set_active)
        card.picture.pointed.connect(self._on_kept_pointed)
        card.picture.clicked.connect(self._on_kept_clicked)
        card.action_chosen.connect(self._on_kept_action)
        card.range_chosen.connect(self.ranges.drag)
        card.range_settled.connect(self.document.seal)

    # Showing

    @property
    def state(self) -> DocumentState:
        """What is on show: the document, with the picture of a live input in the place of its own."""
        return self.live_input.over(self.document.state)

    def _pin(self) -> Pin | None:
        return self.state.pin

    def _show(self, before: LabView | None = None) -> None:
        """Show the document as it is; ``before`` is what may be taken over, else all of the view on show."""
        old = self.view
        self.view = resolve(self.state, self._shown, self._screen, before or old, self.kept.result)
        self.apply(old, self.view)
        self.exports.follow(self.result, self.view)

    def _on_state(self, old: DocumentState, new: DocumentState, why: str) -> None:
        if new.differs_in_network(old):
            return  # nothing of the Lab
        if self._screen.draws and another_picture(old, new):
            self._screen = replace(self._screen, draws=False)
        self.kernel_panel.clear_notice()
        self.live_input.follow(old, new, why)
        self._follow()

    def _follow(self) -> None:
        """Show the document's state, however it came about: sizes at once, pixels when they are there."""
        state = self.state
        pin = state.pin
        place = self._screen.place if pin is None else (pin.stage, (pin.row, pin.column))
        self._screen = replace(self._screen, place=place, failed=False)
        known = self.result if state.describes(self.result) else self.document.results.of(state)
        self._follow_kept(known)
        if known is not None:
            self.queue.cancel()
            self._put(known)
            if known is not self.document.results.of(state) and known.image is self.document.state.image:
                self.document.results.keep(known)  # of a live input, whose picture is kept
            return
        self._show()
        sizes = self.view.sizes
        if sizes is not None and sizes.possible is not None:
            self._follow_partly(sizes.image, sizes.possible)
        elif sizes is None or sizes.problem is not None:
            self._give_up()
        elif self.live.handles(sizes.image):
            self.live.show(state)
        else:
            self.live.leave()
            self.queue.submit(sizes.image, state.settings)

    def _follow_kept(self, present: Result | None) -> None:
        """Have the kept result computed, or let go of it."""
        state = self.state
        if state.kept is not None or self.view.kept is not None:
            self.kept.follow(state, present)

    def _follow_partly(self, image: Image, possible: Settings) -> None:
        """Compute the stages before an impossible one."""
        known = self.result
        if known is not None and known.image is image and known.settings == possible:
            self.queue.cancel()
            self._put(known)
        else:
            self.live.leave()
            self.queue.submit(image, possible)

    def _give_up(self) -> None:
        """Compute nothing: there is no picture, or its settings cannot be."""
        self.queue.cancel()
        self.live.stop()
        self.live_input.feed.shown()
        pictures = self.view.pictures
        if pictures is None or pictures.alone:  # what there is belongs to a picture that is no longer open
            self.result = self._shown = None
            self.exports.follow(None, self.view)
        if pictures is not None and pictures.alone and not self.view.pinned:
            self._screen = replace(self._screen, place=None)

    def _on_result(self, revision: int, result: Result) -> None:
        own, state = self.document.state, self.state
        if result.image is own.image and result is not self.document.results.of(own):
            self.document.results.keep(result)  # while a live input is on, only Step asks for it
        if result.image is not state.image:
            return  # the picture has been replaced meanwhile; its result is on its way
        if self.live.active and result.settings != state.settings:
            self.result = result
            self.exports.follow(result, self.view)
            return  # newer values are on show, and theirs is on its way
        self._put(result)

    def _put(self, result: Result) -> None:
        """Show a whole result."""
        self.result = self._shown = result
        self.live.stop()
        self._follow_kept(result)
        self._show()
        self._check()
        self._tell_info()
        self.exports.export_what_waits()
        self._let_come()

    def _check(self) -> None:
        """Let SciPy compute the same; not what is replaced by the next picture of a live input."""
        if self.live_input.is_running:
            self.scipy_check.forget()
        elif self.result is not None and self.result is self._shown:
            self.scipy_check.set_result(self.result, self.state)

    def _on_live(self) -> None:
        self._shown = self.live.result
        self._show()
        self._let_come()

    def _let_come(self) -> None:
        """The next picture of a live input may come: all maps of this one are there, the kept one too."""
        if not self.live_input.is_on or self._shown is None or self.kept.is_behind:
            return
        if self._shown.image is self.state.image:
            self._tell_busy(False)  # each picture has its own time, although the thread never rests
            self.live_input.feed.shown()
            self._tell_busy(self.queue.busy)

    def _tell_busy(self, busy: bool) -> None:
        self._on_busy(busy)
        self.busy_note.set_active(busy)

    def show_live(self, source: LiveSource) -> None:
        """Show what a camera or a video sends, in the place of the document's picture, until Esc."""
        self.live_input.begin(source)

    def _on_live_turned(self, title: str) -> None:
        self._screen = replace(self._screen, place=None, moving=self.live_input.moving)
        self.live_turned.emit(title)
        if title:
            self.stages.cards["input"].picture.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._follow()

    def _on_moving(self) -> None:
        self._screen = replace(self._screen, moving=self.live_input.moving)
        self._show()
        self._check()

    def _on_kept(self) -> None:
        self._show()
        self.exports.export_what_waits()
        self._let_come()

    def _on_kept_failed(self, error: Exception) -> None:
        self.message.emit("error", reason_text(error))
        self.exports.export_what_waits()
        self._let_come()

    def _on_no_page(self, _name: object, error: object) -> None:
        """A page that cannot be read: the one before stays, and the slider goes back to it."""
        self.apply(replace(self.view, frames=(-1, 0, "", ())), self.view)
        self.file_failed.emit(error)

    def _on_not_changed(self, _name: object, error: object) -> None:
        self.file_failed.emit(error)

    def draw(self, on: bool) -> None:
        """Let the person draw on the input, or only look at it; on a large picture nobody can draw."""
        if on:
            self.live_input.keep()  # what is drawn on is a picture of the document
        self._screen = replace(self._screen, draws=on)
        self._show()
        if on:
            self.stages.input.picture.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, revision: int, error: Exception) -> None:
        self._leave_outdated()
        self.message.emit("error", reason_text(error))

    def _leave_outdated(self) -> None:
        """No result comes: what is on show stays, marked where it belongs to older settings."""
        self.exports.give_up()
        if self.live.result is None:
            self._screen = replace(self._screen, failed=True)
            self._show()
        self.live_input.feed.shown()

    def _on_busy(self, busy: bool) -> None:
        for stage, card in self.stages.cards.items():
            if stage != "input" and not card.is_folded():
                card.busy.set_active(busy)

    def _on_progress(self, revision: int, share: float) -> None:
        for card in self.stages.cards.values():
            card.busy.set_share(share)

    def _tell_info(self) -> None:
        if self.result is not None:
            scale = self.stages.viewport.scale
            grid_like = scale >= GRID_CELL
            self.info_changed.emit(texts.info_line(scale, self.result.seconds, grid_like=grid_like))

    def showEvent(self, event: QShowEvent) -> None:
        """Say again what was said while the page was built ahead, when the window did not listen yet."""
        super().showEvent(event)
        if self.is_built and self.live_input.is_on:
            self._follow()  # Step may have had the thread for itself
        self.status_changed.emit(self.view.status)
        self._tell_info()

    def hideEvent(self, event: QHideEvent) -> None:
        """Release the camera while another page is on show; its last picture is frozen."""
        super().hideEvent(event)
        if self.is_built and not event.spontaneous():
            self.live_input.feed.rest()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.live_input.on_key(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.is_built:
            self.retranslate()
            self.scipy_check.retranslate()
            self._show(BLANK)
            self._tell_info()

    def visible_map(self) -> tuple[range, range] | None:
        """The rows and columns of the convolution that are on the screen; None where it is not."""
        shows = self.view.pictures.shows if self.view.pictures is not None else {}
        show, picture = shows.get("convolution"), self.stages.cards["convolution"].picture
        return (
            visible_cells(self.stages.viewport, show.content.grid) if show and picture.isVisible() else None
        )

    # The settings

    def _on_kernel(self, kernel: Kernel, merge_key: str) -> None:
        self.document.edit_settings(edit_name("kernel"), merge_key or None, kernel=kernel)

    def _on_bias(self, bias: float, merge_key: str) -> None:
        self.document.edit_settings(edit_name("bias"), merge_key or None, bias=bias)

    def _on_settings(self, settings: Settings, merge_key: str) -> None:
        self.document.edit(edit_name("settings"), merge_key or None, settings=settings)

    def _on_channel_mode(self, index: int) -> None:
        self.document.edit_settings(edit_name("channels"), channels=CHANNEL_MODES[index])

    def _on_link(self, name: str) -> None:
        if name == "kernel":
            self.kernel_panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif name != "input":
            self.settings_panel.focus_field(name)
        elif self.channel_mode.isVisible():
            self.channel_mode.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.stages.cards["input"].picture.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_unfold(self, stage: StageName) -> None:
        self.settings_panel.focus_field("pooling" if stage == "pooling" else "activation")

    # The cell that is asked about

    def _on_pointed(self, stage: StageName, cell: Cell | None) -> None:
        if cell is None or self.state.pin is not None:
            return  # the last place stays lit, so that its arithmetic can be read
        self._screen = replace(self._screen, place=(stage, cell), kept_cell=None)
        self._show()

    def _on_kept_pointed(self, cell: Cell | None) -> None:
        """The same place of the present map is explained; where it has none, the one before stays."""
        if cell is not None and self.state.pin is None:
            place = present_place(self.view.kept, cell) or self._screen.place
            self._screen = replace(self._screen, place=place, kept_cell=cell)
            self._show()

    def _on_kept_clicked(self, row: int, column: int) -> None:
        place = present_place(self.view.kept, (row, column))
        if place is not None:
            self._on_clicked(place[0], *place[1])
            self._screen = replace(self._screen, kept_cell=(row, column))
            self._show()

    def _on_clicked(self, stage: StageName, row: int, column: int) -> None:
        state = self.state
        pin = Pin(stage, row, column, state.shown_channel)
        self._screen = replace(self._screen, place=(stage, (row, column)), kept_cell=None)
        self._set_pin(None if state.pin == pin else pin)

    def _on_pin_button(self, pinned: bool) -> None:
        explained, channel = self.view.explanation, self.document.state.shown_channel
        place = None if explained is None else explained.focus.place
        self._set_pin(Pin(place[0], *place[1], channel) if pinned and place is not None else None)

    def _set_pin(self, pin: Pin | None) -> None:
        if self.live_input.is_on:
            self.live_input.set_pin(pin)
            self._follow()
        elif not self.document.edit(edit_name("pin" if pin is not None else "unpin"), "pin", pin=pin):
            self._show()

    def screen_place(self) -> Place | None:
        """The stage and cell that are explained; None before anything was pointed at."""
        return self._screen.place

    def _map_shape(self) -> tuple[int, int]:
        result = self.result
        return (0, 0) if result is None else (result.convolution.shape[0], result.convolution.shape[1])

    def point_at(self, place: Place | None, pin: Pin | None) -> None:
        """Explain the cell at ``place``; where one is pinned, ``pin`` goes along with it."""
        self._screen = replace(self._screen, place=place, kept_cell=None)
        moved = pin if pin is None or place is None else Pin(place[0], *place[1], pin.channel)
        if moved != self.state.pin:
            self._set_pin(moved)
        else:
            self._show()

    def _on_channel(self, channel: int) -> None:
        self.document.edit(edit_name("channel shown"), "channel-shown", shown_channel=channel)

    def _on_operand(self, tap: Cell | None) -> None:
        self.kernel_panel.set_pointed_tap(tap)
        self._on_tap(tap)

    def _on_tap(self, tap: Cell | None) -> None:
        """Light every input that a kernel weight (as applied) touches; None ends it."""
        if tap != self._screen.tap:
            self._screen = replace(self._screen, tap=tap)
            self._show()

    # The menus of the cards

    def _on_action(self, stage: StageName, action: str) -> None:
        view = self.stages.viewport
        if action == "keep":
            self._keep(stage)
        elif action == "fit":
            view.fit()
        elif action == "actual":
            view.set_scale(1.0)
        elif action in ("average", "exact"):
            self._screen = replace(self._screen, average=action == "average")
            self._show()
        elif action == "draw":
            self.draw(not self._screen.draws)
        elif action in CHANGES:
            self.live_input.keep()  # what is cut or resized is a picture of the document
            self.changes.ask_how(action)
        elif action == "unit":
            unit_range = not self.document.settings.unit_range
            self.document.edit_settings(edit_name("range"), unit_range=unit_range)
        elif action.startswith("range:"):
            self._choose_range(stage, action.removeprefix("range:"))
        elif action == "copy":
            QGuiApplication.clipboard().setPixmap(self.stages.card_of(stage).snapshot())
        elif action.startswith("copy:"):
            self.exports.copy_figure(self.stages.card_of(stage).stage, int(action.removeprefix("copy:")))
        elif action == "export":
            self.export_wanted.emit(stage)
        elif action == "figure":
            self.figure_wanted.emit(self.stages.card_of(stage).stage)

    def _choose_range(self, stage: StageName, mode: str) -> None:
        show = self.view.cards["input" if stage == "input" else "convolution"].show
        if not self.ranges.choose(stage, mode, None if show is None else show.content.scale):
            put_choices(self, self.view)  # the click has ticked another one

    def _keep(self, stage: StageName) -> None:
        """Keep what is on show; where the present settings cannot be, those of the last good picture."""
        sizes, pictures = self.view.sizes, self.view.pictures
        if sizes is None or pictures is None or pictures.alone:
            return
        live = sizes.problem is None or (sizes.is_live and stage != "pooling")
        self.keeping.keep(self.document.settings if live else pictures.result.settings, stage)

    def _on_kept_action(self, _stage: StageName, action: str) -> None:
        """The menu of the kept card: what is about its own picture, else what all maps share."""
        if action == "copy":
            QGuiApplication.clipboard().setPixmap(self.stages.kept.snapshot())
        elif action.startswith("copy:"):
            self.exports.copy_figure("kept", int(action.removeprefix("copy:")))
        elif action == "export":
            self.export_wanted.emit("kept")
        elif action == "figure":
            self.figure_wanted.emit("kept")
        else:
            self._on_action("convolution", action)

    # Files

    def export_figures(self) -> list[tuple[str, str]]:
        """Name and title of everything that can be exported for slides and print."""
        return self.exports.figures()

    def figure(self, name: str, background: str) -> Figure:
        """One of `export_figures`, with whole maps."""
        return self.exports.figure(name, background)

    def export_stages(self) -> list[tuple[str, str]]:
        """(key, name) of every stage that can be exported now, and of a kept result."""
        return self.exports.stages()

    def export_stage(self, stage: str, path: str) -> None:
        """Write the values of a stage to ``path``; see `Exports.export`."""
        self.exports.export(stage, path)

    def open_kernel(self, path: str) -> bool:
        """Take the kernel in the file ``path``; whether it holds one: if not, nothing changes."""
        return self.kernel_files.open(path)

    def save_kernel(self, path: str) -> None:
        """Write the kernel to ``path``, in the format that its ending names."""
        self.kernel_files.save(path)

    def meant_at(self, place: QPoint) -> Literal["", "picture", "kernel"]:
        """What a table that is dropped at ``place`` is meant as."""
        for widget, meaning in ((self.kernel_panel, "kernel"), (self.stages.card_of("input"), "picture")):
            if widget.isVisible() and widget.rect().contains(widget.mapFrom(self, place)):
                return meaning  # type: ignore[return-value]
        return ""

    # For the window around the page

    def focus_regions(self) -> list[QWidget]:
        """Where F6 jumps to, in order."""
        first = self.stages.cards["input"].picture
        return [self.strip, self.compare, first, self.kernel_panel, self.settings_panel, self.why]

    def give_up(self) -> None:
        """The person does not want what is written or worked out, or to wait for a camera."""
        self.writing.give_up()
        self.changes.cancel()
        if self.live_input.feed.is_waiting:
            self.live_input.feed.end()

    def work_to_lose(self) -> str:
        """What closing the window would lose, in one sentence, or ""."""
        return self.writing.work_to_lose()

    def shut_down(self) -> None:
        """End the computing threads; the page shows nothing new from here on."""
        self.writing.close()
        self.scipy_check.close()
        self.paging.close()
        self.changes.close()
        self.live_input.close()
        self.live.close()
        self.kept.close()
        self.queue.close()
