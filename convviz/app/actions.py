"""Everything the window can do, as actions with texts, keys and icons."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from convviz.core.base.spacing import filled
from convviz.views.base.icons import icon
from convviz.views.base.plain import no_mnemonic, set_tip
from convviz.views.base.theme import Tokens

Keys = QKeySequence.StandardKey


@dataclass(frozen=True)
class _Kind:
    """How an action looks and how it is reached."""

    name: str
    icon: str = ""
    standard: Keys | None = None
    keys: tuple[str, ...] = ()
    role: QAction.MenuRole = QAction.MenuRole.NoRole


# Where the platform names no key, the second entry is what people try.
_KINDS = (
    _Kind("new_picture", standard=Keys.New, keys=("Ctrl+N",)),
    _Kind("open", "open", Keys.Open),
    _Kind("samples", "image"),
    _Kind("camera"),
    _Kind("go_on"),
    _Kind("open_kernel", keys=("Ctrl+Shift+O",)),
    _Kind("paste", "paste", Keys.Paste),
    _Kind("save", "save", Keys.Save),
    _Kind("save_as", standard=Keys.SaveAs, keys=("Ctrl+Shift+S",)),
    _Kind("export", "export"),
    _Kind("quit", standard=Keys.Quit, keys=("Ctrl+Q",), role=QAction.MenuRole.QuitRole),
    _Kind("undo", "undo", Keys.Undo),
    _Kind("redo", "redo", Keys.Redo, ("Ctrl+Y",)),
    _Kind("preferences", standard=Keys.Preferences, keys=("Ctrl+,",), role=QAction.MenuRole.PreferencesRole),
    _Kind("larger_text", standard=Keys.ZoomIn, keys=("Ctrl++", "Ctrl+=")),
    _Kind("smaller_text", standard=Keys.ZoomOut, keys=("Ctrl+-",)),
    _Kind("usual_text", keys=("Ctrl+0",)),
    _Kind("present", keys=("F5",)),
    _Kind("full_screen", standard=Keys.FullScreen, keys=("F11",)),
    _Kind("next_region", keys=("F6",)),
    _Kind("previous_region", keys=("Shift+F6",)),
    _Kind("shortcuts", keys=("F1",)),
    _Kind("explain_focused", keys=("Shift+F1",)),
    _Kind("whats_this"),
    _Kind("glossary", keys=("Ctrl+F1",)),
    _Kind("about", role=QAction.MenuRole.AboutRole),
    _Kind("about_qt", role=QAction.MenuRole.AboutQtRole),
    _Kind("clear_recent"),
)


class Actions(QObject):
    """One QAction for each thing; `retranslate` and `tint` keep texts and icons up to date."""

    new_picture: QAction
    open: QAction
    samples: QAction
    camera: QAction
    go_on: QAction
    open_kernel: QAction
    paste: QAction
    save: QAction
    save_as: QAction
    export: QAction
    quit: QAction
    undo: QAction
    redo: QAction
    preferences: QAction
    larger_text: QAction
    smaller_text: QAction
    usual_text: QAction
    present: QAction
    full_screen: QAction
    next_region: QAction
    previous_region: QAction
    shortcuts: QAction
    explain_focused: QAction
    whats_this: QAction
    glossary: QAction
    about: QAction
    about_qt: QAction
    clear_recent: QAction

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        for kind in _KINDS:
            action = QAction(self)
            action.setObjectName(kind.name)
            action.setMenuRole(kind.role)
            action.setIconVisibleInMenu(False)
            action.setShortcuts(_shortcuts(kind))
            setattr(self, kind.name, action)
        self.full_screen.setCheckable(True)
        self.present.setCheckable(True)
        self._undo_text = self._redo_text = ""

    def all(self) -> list[QAction]:
        """All of them, for the window to listen to their keys."""
        return [getattr(self, kind.name) for kind in _KINDS]

    def tint(self, tokens: Tokens) -> None:
        """Draw the icons in the text colour of the theme."""
        for kind in _KINDS:
            if kind.icon:
                getattr(self, kind.name).setIcon(icon(kind.icon, tokens.color("text1")))

    def set_history(self, undo_text: str, redo_text: str, can_undo: bool, can_redo: bool) -> None:
        """Say what Undo and Redo would do; their tooltips name it."""
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)
        self._undo_text, self._redo_text = undo_text, redo_text
        self._set_tips()

    def set_offer(self, text: str) -> None:
        """Say what there is to go on with; empty for nothing."""
        self.go_on.setText(no_mnemonic(text))
        self.go_on.setVisible(bool(text))

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
        self.new_picture.setText(self.tr("New picture…"))
        self.open.setText(self.tr("Open"))
        self.samples.setText(self.tr("Samples"))
        self.camera.setText(self.tr("Camera…"))
        self.open_kernel.setText(self.tr("Open kernel…"))
        self.paste.setText(self.tr("Paste"))
        self.save.setText(self.tr("Save experiment"))
        self.save_as.setText(self.tr("Save experiment as…"))
        self.export.setText(self.tr("Export"))
        self.quit.setText(self.tr("Quit"))
        self.undo.setText(self.tr("Undo"))
        self.redo.setText(self.tr("Redo"))
        self.preferences.setText(self.tr("Preferences…"))
        self.larger_text.setText(self.tr("Larger text"))
        self.smaller_text.setText(self.tr("Smaller text"))
        self.usual_text.setText(self.tr("Text at 100 %"))
        self.present.setText(self.tr("Presenter mode"))
        self.full_screen.setText(self.tr("Full screen"))
        self.next_region.setText(self.tr("Next part of the window"))
        self.previous_region.setText(self.tr("Previous part of the window"))
        self.shortcuts.setText(self.tr("Keyboard shortcuts"))
        self.explain_focused.setText(self.tr("Explain the control in focus"))
        self.whats_this.setText(self.tr("What’s this? Click a control"))
        self.glossary.setText(self.tr("Glossary"))
        self.about.setText(self.tr("About ConvViz"))
        self.about_qt.setText(self.tr("About Qt"))
        self.clear_recent.setText(self.tr("Clear list"))
        for action in self.all():
            if not action.icon().isNull():
                action.setIconText(f"\u2009{action.text()}")  # a little air after the icon of a button
        self._set_tips()

    def _set_tips(self) -> None:
        tips = {
            self.open: self.tr("Open a picture or an experiment"),
            self.samples: self.tr("Start from a picture that comes with ConvViz"),
            self.camera: self.tr("What a camera sees, live through every stage. Nothing is recorded"),
            self.paste: self.tr("Paste a picture or a file from the clipboard"),
            self.save: self.tr("Save picture and settings as one file"),
            self.export: self.tr("Export a stage as a picture or as numbers"),
            self.undo: filled(self.tr("Undo: {edit}"), edit=self._undo_text)
            if self._undo_text
            else self.tr("Undo"),
            self.redo: filled(self.tr("Redo: {edit}"), edit=self._redo_text)
            if self._redo_text
            else self.tr("Redo"),
        }
        for action, tip in tips.items():
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            set_tip(action, f"{tip} ({keys})" if keys else tip)


def _shortcuts(kind: _Kind) -> list[QKeySequence]:
    bound = QKeySequence.keyBindings(kind.standard) if kind.standard is not None else []
    extra = [QKeySequence(text) for text in kind.keys]
    return [*bound, *(keys for keys in extra if keys not in bound)]
