"""The window: rail, top bar, message band, pages and status strip, and what connects them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMainWindow, QWhatsThis, QWidget

from convviz.app.actions import Actions
from convviz.app.dialogs.dialogs import Dialogs, Meaning, PreferencesDialog
from convviz.app.dialogs.glossary import GlossaryWindow
from convviz.app.dialogs.help import AboutDialog, ShortcutsSheet, keys_of
from convviz.app.help.attach import attach, texts
from convviz.app.help.opened import DialogHelp
from convviz.app.preferences import LANGUAGES, THEMES, Preferences
from convviz.app.window.body import (
    Menus,
    WindowBody,
    focus_next,
    restore_place,
    restore_splitters,
    save_place,
)
from convviz.app.window.dropped import acceptable
from convviz.app.window.exporter import Exporter
from convviz.app.window.files import WindowFiles
from convviz.app.window.going_on import GoingOn
from convviz.app.window.live import WindowLive
from convviz.app.window.pages import Maker, PageFactory, Pages
from convviz.app.window.presenter import Presenter
from convviz.app.window.sample_pictures import SamplePictures
from convviz.document.document import Document
from convviz.document.live.source import LiveSource
from convviz.views.base import theme
from convviz.views.base.scale import nearest_step
from convviz.views.base.stylesheet import inset_numbers
from convviz.views.controls.fields import FieldManners
from convviz.views.help.explainer import Explainer

SMALLEST_SIZE = QSize(940, 480)


class MainWindow(QMainWindow):
    """Everything around the pages. The pages see the document; the window sees the pages.

    ``lab_factory(document, parent)`` makes the Lab; further pages come with `add_page`.
    """

    def __init__(
        self,
        preferences: Preferences,
        lab_factory: PageFactory,
        *,
        dialogs: Dialogs | None = None,
        document: Document | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("main-window")
        self.preferences = preferences
        self.dialogs = dialogs or Dialogs(self)
        self.document = document or Document(parent=self)
        self.actions_ = Actions(self)
        self.menus = Menus(self.actions_, self)
        self.files = WindowFiles(self.document, preferences, self.dialogs, self)
        self.live = WindowLive(preferences, self.dialogs, self)
        self._live_title = ""
        self.exporter = Exporter(preferences, self.dialogs, self)
        self.pages = Pages(self)
        self._manners = FieldManners(self)
        self.explainer = Explainer(texts, self)
        self._glossary: GlossaryWindow | None = None
        self._page_key = "lab"
        self._came_from: str | None = None
        self.going_on = GoingOn(self.document, self.files, preferences, lambda: self._page_key, self)
        self._pages_without_picture: set[str] = set()
        self._facts: dict[str, str] = {}
        self._infos: dict[str, str] = {}
        self._notice = ""
        self.body = WindowBody(self.actions_, self.menus, self)
        self.rail, self.bar, self.band = self.body.rail, self.body.bar, self.body.band
        self.start_page, self.stack, self.strip = self.body.start_page, self.body.stack, self.body.strip
        self.setCentralWidget(self.body)
        self.presenter = Presenter(self.body, self.current_page, lambda: preferences.text_size)
        self.addActions(self.actions_.all())
        self.sample_pictures = SamplePictures(self.start_page, self.body.samples)
        self.menus.set_samples(self.sample_pictures.keys)
        attach(self.explainer, self, "window")
        self._dialog_help = DialogHelp(
            self.explainer,
            self,
            self.actions_.explain_focused.shortcut(),
            self.actions_.glossary.shortcut(),
            partial(self.show_glossary, ""),
        )
        self._connect()
        self.add_page_later("lab", self.tr("Lab"), "lab", partial(lab_factory, self.document, self.stack))
        self.rail.set_current("lab")
        self.setAcceptDrops(True)
        self.setMinimumSize(SMALLEST_SIZE)
        self._show_choices()
        self._show_recent()
        self.start_page.welcome.set_new(self.preferences.is_new)
        self._tint()
        self.retranslate()
        self.body.setFocus()  # so that no button has it to begin with
        restore_place(self, preferences)
        QTimer.singleShot(0, self, self._begin_samples)  # once it is painted

    # --- pages ---------------------------------------------------------------------------------

    def add_page(self, key: str, title: str, icon: str, page: QWidget, *, needs_picture: bool = True) -> None:
        """Put ``page`` into the window and an entry for it on the rail.

        A page that needs a picture is not shown before one is open; the start page is.
        """
        self.add_page_later(key, title, icon, lambda: page, needs_picture=needs_picture)
        self.pages.get(key)

    def add_page_later(
        self, key: str, title: str, icon: str, make: Maker, *, needs_picture: bool = True
    ) -> None:
        """Put an entry on the rail; ``make`` builds its page, in the end a child of ``stack``.

        The window opens sooner that way.
        """
        self.pages.add(key, make)
        if not needs_picture:
            self._pages_without_picture.add(key)
        self.rail.add_page(key, title, icon)
        self.addAction(self.menus.add_page(key))
        self._name_page(key, title)

    def _name_page(self, key: str, title: str) -> None:
        action = self.menus.pages[key]
        action.setText(title)
        self.rail.set_title(key, title, keys_of(action))

    def _on_built(self, key: str) -> None:
        page = self.pages.get(key)
        self.stack.addWidget(page)
        inset_numbers(page)
        self._manners.watch(page)
        attach(self.explainer, page, key)
        restore_splitters(page, self.preferences)
        if hasattr(page, "note"):
            self.strip.add_note(page.note)
        for edit in page.findChildren(QLineEdit):
            edit.setAcceptDrops(False)  # a file dropped on a field is meant for the window
        for signal, slot in (
            ("message", self.band.show_message),
            ("message_over", self.band.withdraw),
            ("status_changed", partial(self._on_status, key)),
            ("info_changed", partial(self._on_info, key)),
            ("export_wanted", self.exporter.export_stage),
            ("figure_wanted", self.exporter.export_figure),
            ("open_kernel_wanted", self.files.ask_and_open_kernel),
            ("save_kernel_wanted", self.exporter.save_kernel),
            ("file_failed", self.files.report),
            ("live_turned", self._on_live_turned),
            ("live_failed", self.live.on_failed),
        ):
            if hasattr(page, signal):
                getattr(page, signal).connect(slot)
        if hasattr(page, "keep_in"):
            keeper = self.going_on.keeper
            page.keep_in(keeper.room)
            keeper.moved.connect(partial(page.keep_in, keeper.room))

    def show_page(self, key: str) -> None:
        """Switch to the page ``key``; before a picture is open the start page stands in for it."""
        page = self.page(key)
        prepare = getattr(page, "prepare", None)
        if prepare is not None:
            prepare()
        self._page_key, self._came_from = key, None
        self.going_on.keeper.touch()
        self.rail.set_current(key)
        self._show_document()

    def page(self, key: str) -> QWidget:
        """The page that was added as ``key``, built now if it was not yet."""
        return self.pages.get(key)

    def visit(self, key: str) -> None:
        """Switch to a page for a file that is being opened; `go_back` returns if it cannot be."""
        before = self._page_key
        self.show_page(key)
        self._came_from = before

    def go_back(self, *_: object) -> None:
        """Return to where a file was opened that turned out to be none, unless the person has gone on."""
        if self._came_from is not None:
            self.show_page(self._came_from)

    def stay(self, *_: object) -> None:
        """What a page was visited for is there."""
        self._came_from = None

    def current_page(self) -> QWidget:
        """What is on the screen: a page, or the start page."""
        is_live = self._live_title != "" and self._page_key == "lab"
        ready = is_live or self._has_image() or self._page_key in self._pages_without_picture
        return self.page(self._page_key) if ready else self.start_page

    def open_path(self, path: str | Path) -> None:
        """Open a file (from the command line)."""
        self.files.open_path(path)

    def begin_with(self, paths: Sequence[Path]) -> None:
        """Open the first of the files that the command line names; without any, begin as the person prefers.

        What is kept of a window that ended unexpectedly goes before the last experiment where the person
        wants to go on by itself; else a line says where it is.
        """
        if paths:
            self.open_path(paths[0])
            self.going_on.mention([path.name for path in paths[1:]])
        elif not self.going_on.go_on_by_itself():
            last = self.preferences.last_experiment()
            if last is not None:
                self.open_path(last)
                self.going_on.mention()

    # --- connecting ----------------------------------------------------------------------------

    def _connect(self) -> None:
        a, files, menus = self.actions_, self.files, self.menus
        self.pages.built.connect(self._on_built)
        for wish in (a.new_picture.triggered, self.start_page.new_wanted, self.body.samples.new_wanted):
            wish.connect(files.make)
        files.made.connect(self._on_made)
        a.open.triggered.connect(files.ask_and_open)
        a.camera.triggered.connect(self.live.choose_camera)
        a.open_kernel.triggered.connect(files.ask_and_open_kernel)
        a.paste.triggered.connect(files.paste)
        a.save.triggered.connect(files.save)
        a.save_as.triggered.connect(files.save_as)
        a.quit.triggered.connect(self.close)
        a.undo.triggered.connect(self.document.undo)
        a.redo.triggered.connect(self.document.redo)
        a.preferences.triggered.connect(self.show_preferences)
        a.larger_text.triggered.connect(partial(self._change_text_size, 1))
        a.smaller_text.triggered.connect(partial(self._change_text_size, -1))
        a.usual_text.triggered.connect(self._use_usual_text_size)
        a.present.toggled.connect(self._on_present)
        self.presenter.changed.connect(a.present.setChecked)
        self.presenter.changed.connect(self._show_document)
        a.full_screen.toggled.connect(self._on_full_screen)
        a.next_region.triggered.connect(self._on_next_region)
        a.previous_region.triggered.connect(self._on_previous_region)
        a.shortcuts.triggered.connect(self.show_shortcuts)
        a.explain_focused.triggered.connect(self.explainer.explain_focused)
        a.whats_this.triggered.connect(QWhatsThis.enterWhatsThisMode)
        a.glossary.triggered.connect(partial(self.show_glossary, ""))
        self.explainer.term_wanted.connect(self.show_glossary)
        a.about.triggered.connect(self.show_about)
        a.about_qt.triggered.connect(QApplication.aboutQt)
        a.clear_recent.triggered.connect(self.preferences.clear_recent)
        menus.recent_chosen.connect(files.open_recent)
        menus.sample_chosen.connect(files.open_sample)
        self.body.samples.sample_chosen.connect(files.open_sample)
        a.samples.triggered.connect(self.sample_pictures.begin)
        menus.theme_chosen.connect(self._on_theme)
        menus.language_chosen.connect(self._on_language)
        menus.page_chosen.connect(self.show_page)
        menus.export.aboutToShow.connect(partial(self.exporter.fill, menus.export))
        self.start_page.welcome.begin_wanted.connect(partial(files.open_sample, "x"))
        self.start_page.open_wanted.connect(files.ask_and_open)
        self.start_page.paste_wanted.connect(files.paste)
        self.start_page.sample_chosen.connect(files.open_sample)
        self.start_page.recent_chosen.connect(files.open_recent)
        files.on_network_page = partial(self._is_on_show, "network")
        self.start_page.clear_recent_wanted.connect(self.preferences.clear_recent)
        files.message.connect(self.band.show_message)
        files.video_wanted.connect(self.live.open_video)
        self._connect_live()
        files.busy.connect(partial(self.band.show_message, "busy"))
        files.idle.connect(partial(self.band.clear, "busy"))
        files.idle.connect(self._begin_samples)
        files.opened.connect(self._on_opened)
        files.kernel_wanted.connect(self._on_kernel_wanted)
        self.band.cancel_wanted.connect(self._on_cancel)
        self.band.closed.connect(self._on_band_closed)
        self.rail.page_chosen.connect(self.show_page)
        self.rail.theme_wanted.connect(self._on_theme_button)
        self.rail.help_wanted.connect(self.show_shortcuts)
        self.rail.settings_wanted.connect(self.show_preferences)
        self.document.history_changed.connect(self._show_document)
        self.document.state_changed.connect(self._on_gone_on)
        self.document.saved.connect(self._on_saved)
        self.going_on.offer_changed.connect(self._show_offer)
        self.going_on.page_wanted.connect(self._on_session)
        self.going_on.message.connect(self.band.show_message)
        self.going_on.message_over.connect(self.band.withdraw)
        self.exporter.begins.connect(self.document.at_risk)
        self.exporter.figures.message.connect(self.band.show_message)
        a.go_on.triggered.connect(self.going_on.go_on)
        self.start_page.offer.go_on_wanted.connect(self.going_on.go_on)
        self.start_page.offer.discard_wanted.connect(self.going_on.discard)
        self.preferences.recent_changed.connect(self._show_recent)
        self.preferences.theme_changed.connect(self.menus.set_theme)
        self.preferences.language_changed.connect(self.menus.set_language)

    def _on_cancel(self) -> None:
        """Give up what the band says is being done: opening a file, or what a page writes."""
        self.files.cancel()
        for page in self.pages.ready():
            getattr(page, "give_up", lambda: None)()

    def _connect_live(self) -> None:
        self.live.message.connect(self.band.show_message)
        self.live.message_over.connect(self.band.withdraw)
        self.live.busy.connect(partial(self.band.show_message, "busy"))
        self.live.idle.connect(partial(self.band.clear, "busy"))
        self.live.source_wanted.connect(self._on_live_wanted)
        self.band.cancel_wanted.connect(self.live.stop_waiting)

    def _begin_samples(self) -> None:
        """Draw the start page's pictures, unless a file from the command line takes its place."""
        if not self.files.is_loading and self.current_page() is self.start_page:
            self.sample_pictures.begin()

    # --- showing -------------------------------------------------------------------------------

    def _show_document(self) -> None:
        document, a = self.document, self.actions_
        has_image = self._has_image()
        current = self.current_page()
        self.body.show_page(current)
        self.presenter.follow_page()
        self.actions_.present.setEnabled(self.presenter.can_begin())
        for action in (self.actions_.larger_text, self.actions_.smaller_text, self.actions_.usual_text):
            action.setEnabled(not self.presenter.is_on)
        self.exporter.page = None if current is self.start_page else current
        a.set_history(document.undo_text, document.redo_text, document.can_undo, document.can_redo)
        for action in (a.save, a.save_as):
            action.setEnabled(has_image or not document.state.network.is_untouched)
        a.export.setEnabled(current is not self.start_page)
        self._show_status()
        title = (self._live_title if current is not self.start_page else "") or self.files.title()
        self.bar.set_title(title)
        self.presenter.header.title.set_texts(title.replace("[*]", ""))
        self.exporter.title = title
        shown = title.replace("[*]", "[*][*]")  # where the star stands that says "modified"
        self.setWindowTitle(self.tr("{title}[*] – ConvViz").format(title=shown) if title else "ConvViz[*]")
        self.setWindowModified(self.files.has_edits())

    def _has_image(self) -> bool:
        return self.document.state.image is not None

    def _show_choices(self) -> None:
        self.menus.set_theme(self.preferences.theme)
        self.menus.set_language(self.preferences.language)

    def _show_recent(self) -> None:
        paths = self.preferences.recent()
        self.menus.set_recent(paths)
        self.start_page.set_recent(paths)

    def _show_offer(self) -> None:
        text, details = self.going_on.offer_texts()
        self.start_page.offer.set_texts(text, details)
        self.actions_.set_offer(text)

    def _on_session(self, key: str) -> None:
        """Show the page that was on show; what it had kept beside the document it takes up again."""
        for name in self.pages.names():
            page = self.page(name)
            if hasattr(page, "go_on"):
                page.go_on(self.going_on.keeper.room())
        if key in self.pages.names():
            self.show_page(key)

    def say_what_font_is_missing(self, _language: str) -> None:
        """Say why the window speaks English although Chinese was wanted; it stays until it is closed."""
        self._notice = self.tr(
            "The language here is Chinese, but no font can write it: install fonts-noto-cjk (Debian, Ubuntu) "
            "or google-noto-sans-cjk-fonts (Fedora), then start ConvViz again."
        )
        self.band.show_message("info", self._notice)

    def _on_band_closed(self) -> None:
        self._notice = ""

    def _on_opened(self) -> None:
        self.band.clear()
        self.preferences.is_new = False
        self.start_page.welcome.set_new(False)
        if self._notice:
            self.band.show_message("info", self._notice)
        alone = not self._has_image() and not self.document.state.network.is_untouched
        if alone and "network" in self.pages.names():
            self.show_page("network")  # the experiment has nothing for the other pages

    def _on_made(self) -> None:
        """A new picture is there to be drawn on."""
        self.show_page("lab")
        page = self.page("lab")
        if hasattr(page, "draw"):
            page.draw(True)

    def _on_gone_on(self, _old: object, _new: object, _why: str) -> None:
        if self.band.text() != self._notice:
            self.band.clear("info")  # a note about the moment before

    def _on_saved(self, _: object) -> None:
        self.band.clear("error")

    def _on_status(self, key: str, html: str) -> None:
        self._facts[key] = html
        if self._is_on_show(key):
            self.strip.set_facts(html)
            self.presenter.header.facts.set_facts(html)

    def _on_info(self, key: str, text: str) -> None:
        self._infos[key] = text
        if self._is_on_show(key):
            self.strip.set_info(text)

    def _is_on_show(self, key: str) -> bool:
        return key == self._page_key and self.stack.currentWidget() is not self.start_page

    def _show_status(self) -> None:
        current = self.current_page()
        self.strip.show_note(getattr(current, "note", None))
        if current is self.start_page:
            self.strip.set_facts(self.tr("No picture is open"))
            self.strip.set_info("")
        else:
            self.strip.set_facts(self._facts.get(self._page_key, ""))
            self.presenter.header.facts.set_facts(self._facts.get(self._page_key, ""))
            self.strip.set_info(self._infos.get(self._page_key, ""))

    def _on_kernel_wanted(self, path: str) -> None:
        """The Lab shows the kernel in a file; if it is none, the page on show stays."""
        page = self.page("lab")
        if hasattr(page, "open_kernel") and page.open_kernel(path) is not False:
            self.show_page("lab")

    def _on_live_wanted(self, source: LiveSource) -> None:
        """The Lab shows a camera or a video; the page on show stays until its first picture is there."""
        page = self.page("lab")
        if hasattr(page, "show_live"):
            page.show_live(source)

    def _on_live_turned(self, title: str) -> None:
        self._live_title = title
        if title:
            self.band.clear()
            self.show_page("lab")
        else:
            self._show_document()
        self.live.on_turned(title)

    # --- requests ------------------------------------------------------------------------------

    def show_preferences(self) -> None:
        """Open the preferences; they hold at once, so the window stays usable."""
        PreferencesDialog(self.preferences, self).open()

    def show_shortcuts(self) -> None:
        """Open the sheet with all keys."""
        ShortcutsSheet([*self.actions_.all(), *self.menus.pages.values()], self).open()

    def show_glossary(self, term: str, _checked: bool = False) -> None:
        """Open the glossary, at the word ``term`` if one is named.

        Over a dialog that stands in the window's way it is a glossary of that dialog's, and ends with it.
        """
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            (dialog.findChild(GlossaryWindow) or GlossaryWindow(dialog)).show_term(term)
            return
        if self._glossary is None:
            self._glossary = GlossaryWindow(self)
        self._glossary.show_term(term)

    def show_about(self) -> None:
        """Open the About dialog."""
        AboutDialog(self).open()

    def _on_theme_button(self) -> None:
        self.preferences.theme = "light" if theme.tokens(self).dark else "dark"

    def _on_theme(self, choice: str) -> None:
        self.preferences.theme = next(c for c in THEMES if c == choice)

    def _on_language(self, choice: str) -> None:
        self.preferences.language = next(c for c in LANGUAGES if c == choice)

    def _change_text_size(self, steps: int, _checked: bool = False) -> None:
        self.preferences.text_size = nearest_step(self.preferences.text_size, steps)

    def _use_usual_text_size(self) -> None:
        self.preferences.text_size = 100

    def _on_present(self, on: bool) -> None:
        (self.presenter.begin if on else self.presenter.end)()
        self.actions_.present.setChecked(self.presenter.is_on)

    def _on_full_screen(self, on: bool) -> None:
        state = self.windowState() & ~Qt.WindowState.WindowFullScreen
        self.setWindowState(state | Qt.WindowState.WindowFullScreen if on else state)

    def _on_next_region(self) -> None:
        focus_next(self._regions())

    def _on_previous_region(self) -> None:
        focus_next(self._regions(), forward=False)

    def _regions(self) -> list[QWidget]:
        page = self.current_page()
        inner = page.focus_regions() if hasattr(page, "focus_regions") else [page]
        return [self.rail, *inner, self.bar]

    # --- events --------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if acceptable(event.mimeData()):
            event.acceptProposedAction()
            self.start_page.set_drop_active(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.start_page.set_drop_active(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.start_page.set_drop_active(False)
        if self.files.take(event.mimeData(), self._meant_at(event.position().toPoint())):
            event.acceptProposedAction()
        else:
            self.band.show_message("info", self.tr("What was dropped is no picture and no file."))

    def _meant_at(self, place: QPoint) -> Meaning:
        """What a table that is dropped there is meant as: a kernel on the kernel, a picture on the Input."""
        page = self.current_page()
        return page.meant_at(page.mapFrom(self, place)) if hasattr(page, "meant_at") else ""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._tint()
        elif event.type() == QEvent.Type.WindowStateChange:
            self.actions_.full_screen.setChecked(self.isFullScreen())

    def _may_close(self) -> bool:
        return self.dialogs.may_end(self, self.pages.work_to_lose()) and self.files.may_lose_changes()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not (self.going_on.is_logging_out or self._may_close()):
            event.ignore()
            return
        self.going_on.finish(forget=not self.going_on.is_logging_out)
        self.shut_down()
        event.accept()

    def shut_down(self) -> None:
        """Remember the window's state and end all threads; harmless when repeated.

        The next start can go on where this one was, unless a person has closed the window.
        """
        self.going_on.finish(forget=False)
        save_place(self, self.preferences)
        self.pages.stop()
        for page in self.pages.ready():
            if hasattr(page, "shut_down"):
                page.shut_down()
        self.files.close()
        self.exporter.figures.close()
        self.sample_pictures.close()

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
        titles = {"lab": self.tr("Lab"), "step": self.tr("Step"), "network": self.tr("Network")}
        for key in self.pages.names():
            if key in titles:
                self._name_page(key, titles[key])
        self.actions_.retranslate()
        self.menus.retranslate()
        self.sample_pictures.retranslate()
        self._show_offer()
        self._show_document()

    def _tint(self) -> None:
        tokens = theme.tokens(self)
        self.actions_.tint(tokens)
        self.sample_pictures.draw()
