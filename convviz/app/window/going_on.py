"""Going on where a window was that did not end by itself: what is kept, what is offered, what is taken up."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QObject, QStandardPaths, QTimer, Signal

from convviz.app.dialogs.dialogs import error_sentence
from convviz.app.preferences import Preferences
from convviz.app.window.files import WindowFiles
from convviz.core.base.visible import visible
from convviz.document.document import Document
from convviz.document.sessions.content import FILE, TRIED, Session
from convviz.document.sessions.folder import Offer, SessionFolder, offers
from convviz.document.sessions.keeper import Keeper
from convviz.document.state.state import DocumentState
from convviz.views.base.texts import say

MOST_NAMED = 3
"""So many files are called by their names; of more the number is told."""

SWEEP_AFTER = 3000
"""Milliseconds from the start until leftovers are looked for: the window is painted then, and what was
left a moment before it is no longer `YOUNG`."""

LONGEST_TITLE = 36
"""Characters of a title in the offer: the page stands behind it."""


class GoingOn(QObject):
    """Keeps what the window has in hand, and offers what others left behind, the newest first.

    ``page_on_show()`` is the key of the page. ``offer_changed()``: see `offer_texts`;
    ``page_wanted(key)``: a session is on the screen, and this page was on show; ``message(kind, text)``
    and ``message_over(text)`` are for the window.
    """

    offer_changed = Signal()
    page_wanted = Signal(str)
    message = Signal(str, str)
    message_over = Signal(str)

    def __init__(
        self,
        document: Document,
        files: WindowFiles,
        preferences: Preferences,
        page_on_show: Callable[[], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._files, self._preferences = document, files, preferences
        self._page_on_show = page_on_show
        self.keeper = Keeper(preferences.sessions, self._in_hand, self)
        self._offers = offers(preferences.sessions)
        self._taken: SessionFolder | None = None
        self._others: list[str] = []
        self._at_logout: DocumentState | None = None
        self._trouble = ""
        self.keeper.failed.connect(self._on_not_kept)
        self.keeper.recovered.connect(self._on_recovered)
        document.at_risk.connect(self.keeper.keep)
        document.touched.connect(self.keeper.touch)
        files.went_on.connect(self._on_went_on)
        files.stayed.connect(self._on_stayed)
        QTimer.singleShot(SWEEP_AFTER, self, self._sweep)

    # What is kept

    def _in_hand(self) -> Session | None:
        document = self._document
        state = document.state
        if state.image is None and state.network.is_untouched and not self.keeper.has_folder:
            return None
        files = self._files
        past = document.past()
        return Session(state, files.title(), self._page_on_show(), document.path, files.has_edits(), past)

    def finish(self, *, forget: bool) -> None:
        """The window ends; ``forget`` where a person has closed it."""
        self.keeper.finish(forget=forget)
        if self._taken is not None:
            self._taken.release()

    def on_logout(self, _manager: object = None) -> None:
        """The system ends every program, and perhaps the window: it is not asked about changes then."""
        self.keeper.keep()
        self._at_logout = self._document.state

    @property
    def is_logging_out(self) -> bool:
        """Whether the system is about to end the program: nothing is asked then, and nothing forgotten.

        It was called off where somebody has gone on working since.
        """
        return self._at_logout is self._document.state

    def _on_not_kept(self, error: BaseException) -> None:
        text = self.tr("Your work cannot be kept for the case of a crash. {reason}")
        self._trouble = text.format(reason=error_sentence(error))
        self.message.emit("error", self._trouble)

    def _on_recovered(self) -> None:
        self.message_over.emit(self._trouble)

    def _sweep(self) -> None:
        places = QStandardPaths.StandardLocation
        usual = [places.PicturesLocation, places.DocumentsLocation]
        folders = [path.parent for path in self._preferences.recent()]
        folders += [self._preferences.folder, self._preferences.sessions.parent]
        folders += [Path(QStandardPaths.writableLocation(one)) for one in usual]
        with suppress(FileNotFoundError):  # no temporary folder takes anything: the disk is full
            self.keeper.sweep(Path(tempfile.gettempdir()), folders)

    # What is offered

    @property
    def offer(self) -> Offer | None:
        """What there is to go on with; None while it is being opened, and where there is nothing."""
        return self._offers[0] if self._offers and self._taken is None else None

    def offer_texts(self) -> tuple[str, str]:
        """What is offered, and what it is: its name and its page; empty for nothing."""
        if self.offer is None:
            return "", ""
        header = self.offer.header
        titles = {"lab": self.tr("Lab"), "step": self.tr("Step"), "network": self.tr("Network")}
        title = header.title if len(header.title) <= LONGEST_TITLE else f"{header.title[:LONGEST_TITLE]}…"
        details = " · ".join(filter(None, (title, titles.get(header.page, ""))))
        return self.tr("Go on where you were, {time}").format(time=self._when(header.saved)), details

    def _when(self, seconds: float) -> str:
        moment = QDateTime.fromMSecsSinceEpoch(round(max(0.0, min(seconds, 1e11)) * 1000))
        if moment.date() == QDateTime.currentDateTime().date():
            return moment.toString("HH:mm")
        return QLocale().toString(moment, self.tr("d MMM, HH:mm", "a date as Qt writes it: 5 Nov, 12:41"))

    def go_on(self) -> None:
        """Take up what is offered, once a person lets go of what is in hand."""
        offer = self.offer
        if offer is None or not self._files.may_lose_changes():
            return
        self._taken = SessionFolder.take(offer.folder)
        if self._taken is None:
            self.message.emit("info", self._why_not(offer))
            self._look_again()
            return
        with suppress(OSError):  # a disk that takes nothing
            (offer.folder / TRIED).touch()
        self._files.go_on(offer.folder, offer.header.title or offer.folder.name)
        self.offer_changed.emit()

    def _why_not(self, offer: Offer) -> str:
        if (offer.folder / FILE).exists():
            return self.tr("Another window goes on with it.")
        return self.tr("It was discarded, or closed, in another window; there is nothing left of it.")

    def go_on_by_itself(self) -> bool:
        """Take up what is offered where the person prefers that; not what did not go well the last time.

        Whether something is taken up.
        """
        if self._preferences.go_on and self.offer is not None and not self.offer.tried:
            self.go_on()
        return self._taken is not None

    def discard(self) -> None:
        """Remove what is offered; what was left before that is offered next."""
        if self.offer is not None:
            folder = SessionFolder.take(self.offer.folder)
            if folder is not None:
                folder.remove()
            self._look_again()

    def mention(self, others: Sequence[str] = ()) -> None:
        """Say where the offer is, and which ``others`` were not opened, once the first file is open."""
        self._others = list(others)
        if self.offer is not None or others:
            self._files.opened.connect(self._say_where)

    def _say_where(self) -> None:
        self._files.opened.disconnect(self._say_where)
        sentences = []
        if self._others:
            sentences.append(others_sentence(self._others))
        if self.offer is not None:
            text = self.tr("ConvViz ended unexpectedly the last time. “{offer}” is in the menu, under File.")
            sentences.append(text.format(offer=self.offer_texts()[0]))
        self.message.emit("info", "\n".join(sentences))

    def _look_again(self) -> None:
        self._offers = offers(self._preferences.sessions)
        self.offer_changed.emit()

    def _on_went_on(self, session: Session) -> None:
        taken, self._taken = self._taken, None
        if taken is not None:
            self.keeper.adopt(taken)
        self._look_again()
        self.page_wanted.emit(session.page)

    def _on_stayed(self, _: BaseException) -> None:
        taken, self._taken = self._taken, None
        if taken is not None:
            taken.release()
        self.offer_changed.emit()


def others_sentence(names: Sequence[str]) -> str:
    """Which files of a command line were not opened, because one is open at a time.

    >>> others_sentence(["b.png"])
    'One file is open at a time; not opened: b.png.'
    >>> others_sentence(["b.png", "c.png", "d.png", "e.png", "f.png"])
    'One file is open at a time; not opened: b.png, c.png, d.png and 2 more.'
    """
    shown = say("GoingOn", ", ").join(visible(name) for name in names[:MOST_NAMED])
    if len(names) <= MOST_NAMED:
        return say("GoingOn", "One file is open at a time; not opened: {names}.", names=shown)
    values = {"names": shown, "count": len(names) - MOST_NAMED}
    return say("GoingOn", "One file is open at a time; not opened: {names} and {count} more.", **values)
