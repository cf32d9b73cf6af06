"""What the window does with files: opening, pasting, dropping, saving, and asking before it closes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from convviz.app.dialogs.dialogs import Dialogs, Meaning, SaveAnswer, error_sentence
from convviz.app.preferences import Preferences
from convviz.app.window.dropped import Offer, offer_in, table_in
from convviz.app.window.tables import is_table, is_written_table, kernel_in, kernel_in_file
from convviz.core.base.files import file_stem
from convviz.core.base.visible import visible
from convviz.core.images.formats.kinds import ENDINGS
from convviz.core.images.image import WHOLE, Image, ImageError, Part
from convviz.core.kernels.kernel import Kernel
from convviz.core.samples.lessons import matching
from convviz.core.sizes.settings import PoolSettings, Settings
from convviz.core.stages.pipeline import chain
from convviz.document.document import Document
from convviz.document.files.experiment import SUFFIX, ExperimentLoader, ExperimentSaver, Opened, Saved
from convviz.document.files.loader import ImageLoader, Loader
from convviz.document.files.reach import files_of
from convviz.document.live.video import ENDINGS as VIDEO_ENDINGS
from convviz.document.sessions.content import Session, read_session
from convviz.document.state.state import NetworkState, default_settings, is_in_no_file, work_in
from convviz.network.digits.mnist import holds_digits
from convviz.views.base.texts import (
    edit_name,
    image_title,
    lesson_settings,
    listed,
    reason_text,
    sample_title,
)

KERNEL_ENDINGS = (".txt", ".csv", ".tsv", ".json")
NETWORK_ENDINGS = (".keras", ".h5", ".hdf5")
DIGITS_ENDING = ".npz"
PICTURE_PATTERN = " ".join(f"*{ending}" for ending in ENDINGS)
VIDEO_PATTERN = " ".join(f"*{ending}" for ending in VIDEO_ENDINGS)
NETWORK_PATTERN = "*.keras *.h5"
DIGITS_PATTERN = "*.npz"
PATIENCE = 500  # milliseconds until loading is worth a sentence


def fitting(settings: Settings, image: Image) -> Settings:
    """``settings`` to begin with for a picture: one that is too small to pool is not pooled."""
    try:
        chain(image.shape, settings)
    except ValueError:
        return replace(settings, pool=PoolSettings())
    return settings


class WindowFiles(QObject):
    """Opens files into the document and saves it. Failures are reported and change nothing.

    ``message(kind, text)`` is for the band; ``busy(text)`` and ``idle()`` say that something takes
    long; ``opened()`` follows when something new is on the screen, ``made()`` when it is a picture made from
    nothing, ``went_on(session)`` or ``stayed(error)`` after `go_on`; ``kernel_wanted(path)`` passes on a file
    that can only be a kernel, ``network_wanted(path)`` one for the Network page: a network, or MNIST;
    ``video_wanted(path)`` a video.
    """

    message = Signal(str, str)
    busy = Signal(str)
    idle = Signal()
    opened = Signal()
    made = Signal()
    went_on = Signal(object)
    stayed = Signal(object)
    kernel_wanted = Signal(str)
    network_wanted = Signal(str)
    video_wanted = Signal(str)

    def __init__(
        self, document: Document, preferences: Preferences, dialogs: Dialogs, window: QWidget
    ) -> None:
        super().__init__(window)
        self._document = document
        self._preferences = preferences
        self._dialogs = dialogs
        self._window = window
        self._baseline = document.state
        self._is_experiment = False
        self._fits: dict[str, tuple[str, tuple[str, ...]]] = {}
        self._name = ""
        self._again: Callable[[Part], None] | None = None
        self._experiment: Path | None = None
        self.on_network_page: Callable[[], bool] = lambda: False
        """Whether a file is opened from the Network page, which has a use for sets of digits."""
        self.images = ImageLoader(self)
        self.experiments = ExperimentLoader(self)
        self.saver = ExperimentSaver(self)
        self.sessions = Loader(self)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._on_patience_lost)
        self.images.loaded.connect(self._on_image)
        self.images.failed.connect(self._on_failed)
        self.images.progress.connect(self._on_progress)
        self.experiments.loaded.connect(self._on_experiment)
        self.experiments.failed.connect(self._on_failed)
        self.saver.loaded.connect(self._on_saved)
        self.saver.failed.connect(self._on_failed)
        self.sessions.loaded.connect(self._on_session)
        self.sessions.failed.connect(self._on_no_session)
        for loader in (self.images, self.experiments, self.sessions):
            loader.busy_changed.connect(self._on_busy_changed)

    # --- in ------------------------------------------------------------------------------------

    def ask_and_open(self) -> None:
        """Ask for a picture or an experiment and open it."""
        filters = ";;".join(
            (
                self.tr("Pictures and experiments ({patterns})").format(
                    patterns=f"{PICTURE_PATTERN} *{SUFFIX} {NETWORK_PATTERN} {DIGITS_PATTERN} {VIDEO_PATTERN}"
                ),
                self.tr("Pictures ({patterns})").format(patterns=PICTURE_PATTERN),
                self.tr("Videos ({patterns})").format(patterns=VIDEO_PATTERN),
                self.tr("Experiments ({patterns})").format(patterns=f"*{SUFFIX}"),
                self.tr("Networks ({patterns})").format(patterns=NETWORK_PATTERN),
                self.tr("All files ({patterns})").format(patterns="*"),
            )
        )
        title = self.tr("Open a picture or an experiment")
        path = self._dialogs.open_file(self._window, title, self._preferences.folder, filters)
        if path is not None:
            self._preferences.folder = path.parent
            self.open_path(path)

    def ask_and_open_kernel(self) -> None:
        """Ask for a kernel file and pass it on."""
        filters = self.tr("Kernels ({patterns})").format(patterns="*.txt *.csv *.tsv *.json *.npy")
        path = self._dialogs.open_file(
            self._window, self.tr("Open a kernel"), self._preferences.folder, filters
        )
        if path is not None:
            self._preferences.folder = path.parent
            self.kernel_wanted.emit(str(path))

    def open_path(self, path: Path | str, meant: Meaning = "") -> None:
        """Open a file: an experiment, a network or MNIST by its ending, else a picture.

        A table of numbers may be a kernel or a picture: ``meant`` says which, or the person is asked. With no
        picture open, it becomes one. An archive of arrays is data for the Network page where that is on show
        and there are labels in it, and pictures everywhere else.
        """
        path = Path(path)
        self._begin(path.name)
        ending = path.suffix.lower()
        if ending == SUFFIX:
            if self.may_lose_changes():
                self.images.cancel()
                self._experiment = path
                self.experiments.load(path, self._preferences.known())
        elif ending in NETWORK_ENDINGS or self._is_data(path):
            self.network_wanted.emit(str(path))
        elif ending in VIDEO_ENDINGS:
            self.images.cancel()
            self.experiments.cancel()
            self.video_wanted.emit(str(path))
        elif ending in KERNEL_ENDINGS and self._document.state.image is not None:
            self._open_table(path, meant)
        else:
            self._load(partial(self.images.load, path))

    def _is_data(self, path: Path) -> bool:
        """Whether it is a set of digits with their labels that the Network page is given."""
        return path.suffix.lower() == DIGITS_ENDING and self.on_network_page() and holds_digits(path)

    def open_recent(self, path: Path | str) -> None:
        """Open what was opened before; a table was a picture then."""
        self.open_path(path, "picture")

    def _open_table(self, path: Path, meant: Meaning) -> None:
        kernel = kernel_in_file(path)
        meaning = self._meaning(path.name, kernel, meant) if path.suffix.lower() != ".json" else "kernel"
        if kernel is None and not meant and not is_table(path):
            meaning = "kernel"  # neither: opening it as one says why
        if meaning == "kernel":
            self.kernel_wanted.emit(str(path))
        elif meaning == "picture":
            self._load(partial(self.images.load, path))

    def _meaning(self, name: str, kernel: Kernel | None, meant: Meaning) -> Meaning | None:
        """What a table is to become; None if the person gives up. What is too large for a kernel is none."""
        if meant or kernel is None:
            return meant or "picture"
        return self._dialogs.table_as(self._window, name, kernel.size)

    def _load(self, load: Callable[[Part], None]) -> None:
        """Load a picture; the same again where a part of it has to be chosen."""
        self.experiments.cancel()
        self._again = load
        load(WHOLE)

    def go_on(self, folder: Path, title: str) -> None:
        """Open the session that is kept in ``folder``."""
        self._name = title
        self.images.cancel()
        self.experiments.cancel()
        self.sessions.start(title, lambda cancelled: read_session(folder, cancelled))

    def make(self) -> None:
        """Ask for a new picture, and open it as one that is in no file."""
        image = self._dialogs.new_picture(self._window)
        if image is not None:
            self._begin(image.name)
            self.images.cancel()
            self.experiments.cancel()
            self._on_image(image)
            self.made.emit()

    def open_sample(self, key: str) -> None:
        """Open one of the pictures that come with ConvViz."""
        self._begin(sample_title(key))
        self.experiments.cancel()
        self.images.load_sample(key)

    def paste(self) -> bool:
        """Open what the clipboard holds; a sentence, and False, if that is no picture."""
        if self.take(QGuiApplication.clipboard().mimeData()):
            return True
        self.message.emit("info", self.tr("The clipboard holds no picture and no file."))
        return False

    def take(self, mime: QMimeData | None, meant: Meaning = "") -> bool:
        """Open what was dropped or pasted, None for an empty clipboard; whether there was something.

        ``meant`` is what a table of numbers is to become, where the place of the drop says it.
        """
        offer = None if mime is None else offer_in(mime)
        table = "" if mime is None or (offer is not None and offer.path is not None) else table_in(mime)
        if table and (offer is None or is_written_table(table)):  # spreadsheets draw their cells as well
            self._take_table(table, meant)
        elif offer is not None:
            self._take_offer(offer, meant)
        return offer is not None or bool(table)

    def _take_table(self, text: str, meant: Meaning) -> None:
        """Numbers that were pasted or dropped: a picture, or a kernel for the one that is open."""
        name = self.tr("Pasted table")
        kernel = kernel_in(text) if self._document.state.image is not None else None
        meaning = self._meaning(name, kernel, meant)
        if meaning == "kernel":
            self._take_kernel(text)
        elif meaning == "picture":
            self._begin(name)
            self._load(partial(self.images.load_bytes, text.encode(), name))

    def _take_kernel(self, text: str) -> None:
        try:
            kernel = Kernel.from_text(text)
        except ValueError as error:
            self.message.emit("error", error_sentence(error))
            return
        self._document.edit_settings(edit_name("kernel"), kernel=kernel)

    def cancel(self) -> None:
        """Give up loading."""
        self.images.cancel()
        self.experiments.cancel()
        self._give_up_session()
        self.idle.emit()

    # --- out -----------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save the experiment where it was saved before, or ask where; whether saving has begun."""
        if self._document.path is None:
            return self.save_as()
        return self._save_to(self._document.path)

    def save_as(self) -> bool:
        """Ask where to save the experiment, and whether with its picture; whether saving has begun."""
        start = self._document.path or self._preferences.folder / (self._suggestion() + SUFFIX)
        filters = self.tr("Experiments ({patterns})").format(patterns=f"*{SUFFIX}")
        path = self._dialogs.save_file(self._window, self.tr("Save experiment"), start, filters)
        if path is None:
            return False
        image = self._document.state.image
        if image is not None and image.source is not None:
            embed = self._dialogs.embed_picture(self._window, self._preferences.embed_picture)
            if embed is None:
                return False
            self._preferences.embed_picture = embed
        self._preferences.folder = path.parent
        return self._save_to(path)

    def has_edits(self) -> bool:
        """Whether there are changes that are in no file.

        Opening a picture, an example or a digit is no edit; everything else is (see `work_in`): other
        settings and pixels, strokes, weights, a picture that was pasted and is in no file; and any
        change of an experiment that has a file.
        """
        document, before = self._document, replace(work_in(self._baseline), image=None)
        state = document.state
        is_fitted = self._is_fitted(state.network)  # asked first: what it is opened with is remembered
        if not document.is_modified:
            return False
        if self._is_experiment or document.path is not None or is_fitted:
            return True
        work = work_in(state)
        if state.image is None or self._shows_example():
            work = replace(work, image=None, settings=before.settings)
        return work != before

    def _is_fitted(self, network: NetworkState) -> bool:
        """Whether a person gave an opened network another range or other names than it was opened with."""
        fit = network.scale, network.classes
        return fit != self._fits.setdefault(network.path, fit)

    def may_lose_changes(self) -> bool:
        """Ask about unsaved changes, if there are any; False if the person wants to stay."""
        if not self.has_edits():
            return True
        answer = self._dialogs.save_changes(self._window, self.title() or self.tr("Experiment"))
        if answer is SaveAnswer.SAVE:
            return self.save() and self.saver.wait_idle(60) and not self.has_edits()
        return answer is SaveAnswer.DISCARD

    def title(self) -> str:
        """What the experiment is called: its own title, its file's name, or its picture's."""
        state, path = self._document.state, self._document.path
        if state.title or path is not None:
            return state.title or (visible(path.stem) if path is not None else "")
        if state.image is None:
            return ""
        return image_title(state.image)

    def close(self) -> None:
        """End the loaders' threads."""
        self._patience.stop()
        self.images.close()
        self.experiments.close()
        self.sessions.close()
        self.saver.close()

    def _begin(self, name: str) -> None:
        """Something else is opened now."""
        self._give_up_session()
        self._document.at_risk.emit()
        self._name = name

    def _give_up_session(self) -> None:
        if self.sessions.busy:
            self.sessions.cancel()
            self.stayed.emit(InterruptedError())

    # --- what came of it -----------------------------------------------------------------------

    def _take_offer(self, offer: Offer, meant: Meaning) -> None:
        if offer.path is not None:
            self.open_path(offer.path, meant)
            return
        self._begin(self.tr("Pasted picture"))
        self._load(partial(self.images.load_first, offer.attempts, self._name))

    def _on_image(self, image: Image) -> None:
        document = self._document
        changes = {
            "image": image,
            "settings": self._settings_for(image),
            "title": "",
            "pin": None,
            "shown_channel": 0,
        }
        untouched = document.settings == self._baseline.settings or self._shows_example()
        if document.state.image is None and document.path is None and not document.can_undo:
            state = replace(document.state, **changes)  # type: ignore[arg-type]
            document.open(state, modified=is_in_no_file(image))
            self._is_experiment = False
        else:
            document.edit(edit_name("open picture"), **changes)
            document.leave_file()  # else saving would put this picture in the place of that one
        if untouched:
            self._baseline = document.state
        if image.source is not None:
            self._preferences.add_recent(image.source)
        self.opened.emit()
        if image.note is not None:
            note = reason_text(image.note)
            self.message.emit("info", self.tr("{name}: {note}.").format(name=visible(image.name), note=note))

    def _settings_for(self, image: Image) -> Settings:
        """The settings of the picture's lesson, as long as the person has not chosen any."""
        present, before = self._document.settings, self._baseline
        if self._shows_example():
            return lesson_settings(image.sample) or default_settings()
        if present != before.settings or self._document.path is not None or self._is_experiment:
            return present
        lesson = lesson_settings(image.sample)
        if lesson is not None:
            return lesson
        usual = default_settings()
        if before.image is None:
            return fitting(usual if present == usual else present, image)
        chosen_for_them = (lesson_settings(before.image.sample), fitting(usual, before.image))
        return fitting(usual if present in chosen_for_them else present, image)

    def _shows_example(self) -> bool:
        """Whether an example of the Step page is on, which is one click away from being back."""
        state = self._document.state
        if state.image is None or self._document.path is not None:
            return False
        return matching(state.image, state.settings) is not None

    def _on_experiment(self, opened: Opened) -> None:
        if opened.elsewhere and self._may_open_elsewhere(opened.elsewhere):
            return
        self._is_experiment = False
        self._document.open(opened.state, self._experiment)
        self._baseline = opened.state
        if self._experiment is not None:
            self._preferences.add_recent(self._experiment)
        self.opened.emit()
        if opened.elsewhere:
            names = listed(path.name for path in opened.elsewhere)
            self.message.emit("info", self.tr("Opened without {names}.").format(names=names))
        if opened.image_changed:
            text = self.tr("The picture's file has changed since this experiment was saved.")
            self.message.emit("info", text)

    def _may_open_elsewhere(self, files: tuple[Path, ...]) -> bool:
        """Ask whether the experiment may open these files; if so, it is opened again, with them."""
        path = self._experiment
        if path is None or not self._dialogs.may_open_elsewhere(self._window, path.name, files):
            return False
        self._preferences.add_known(*files)
        self.experiments.load(path, self._preferences.known())
        return True

    def _on_session(self, found: tuple[Session, bool]) -> None:
        session, image_changed = found
        self._is_experiment = session.edited
        self._document.open(session.state, session.path, modified=session.edited, past=session.past)
        self._baseline = session.state
        self.opened.emit()
        self.went_on.emit(session)
        if session.missing:
            text = self.tr(
                "{names} is not there any more or no picture now: something of its size stands for it. "
                "Everything else is as you left it."
            )
            self.message.emit("error", text.format(names=listed(dict.fromkeys(session.missing))))
        elif image_changed:
            self.message.emit("info", self.tr("The picture's file has changed since you worked on it."))

    def _on_no_session(self, _: str, error: BaseException) -> None:
        self.message.emit("error", error_sentence(error))
        self.stayed.emit(error)

    def _on_failed(self, _name: str, error: BaseException) -> None:
        if isinstance(error, ImageError) and error.cause == "channels" and self.sender() is self.images:
            QTimer.singleShot(0, self, partial(self._ask_channels, error))  # once it no longer says "Opening"
        else:
            self.report(error)

    def report(self, error: BaseException) -> None:
        """Say why a file could not be read."""
        self.message.emit("error", error_sentence(error))

    def _ask_channels(self, error: ImageError) -> None:
        """Let the person say which of the channels are wanted, and read the file again."""
        count, again = int(str(error.details["count"])), self._again
        channels = self._dialogs.channels(self._window, error.name, count)
        if channels is not None and again is not None:
            self._name = error.name
            again(Part(channels=channels))

    @property
    def is_loading(self) -> bool:
        """Whether a file is being read."""
        return self.images.busy or self.experiments.busy or self.sessions.busy

    def _on_busy_changed(self, _: bool) -> None:
        if self.is_loading:
            self._patience.start()
        else:
            self._patience.stop()
            self.idle.emit()

    def _on_patience_lost(self) -> None:
        self.busy.emit(self.tr("Opening {name}…").format(name=self._name))

    def _on_progress(self, _: str, share: float) -> None:
        if self.is_loading and not self._patience.isActive():
            text = self.tr("Opening {name}: {percent} % is read")
            self.busy.emit(text.format(name=self._name, percent=round(share * 100)))

    def _save_to(self, path: Path) -> bool:
        self._name = path.name
        self.saver.save(path, self._document.state, embed=self._preferences.embed_picture)
        return True

    def _on_saved(self, saved: Saved) -> None:
        self._document.mark_saved(saved.path, saved.state)
        self._is_experiment = False
        self._baseline = saved.state
        self._preferences.add_recent(saved.path)
        self._preferences.add_known(*files_of(saved.state))

    def _suggestion(self) -> str:
        return file_stem(self.title(), self.tr("Experiment"))
