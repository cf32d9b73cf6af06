"""Where does the network look? Three answers side by side, for a class that can be chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QProgressBar, QToolButton, QVBoxLayout, QWidget

from convviz.views.controls.segmented import Segmented
from convviz.views.network.look.look_block import LookBlock

PATCHES = ("3", "5", "7")
STEPS = 1000
CHOOSER, NARROW_CHOOSER, ROOMY = 150, 132, 1080


class LookPanel(QWidget):
    """Grad-CAM, gradient and occlusion, at their left the chooser of the class.

    Wishes: ``class_chosen(index)``, -1 for whatever the answer is; ``layer_chosen(layer)``;
    ``patch_chosen(size)``; ``start_wanted()`` and ``cancel_wanted()`` for the occlusion. ``appeared()``
    when the panel comes to be seen. Setters are silent.
    """

    class_chosen = Signal(int)
    layer_chosen = Signal(int)
    patch_chosen = Signal(int)
    start_wanted = Signal()
    cancel_wanted = Signal()
    appeared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cam, self.gradient, self.occlusion = (LookBlock(self) for _ in range(3))
        self.blocks = (self.cam, self.gradient, self.occlusion)
        self.layers = QComboBox(self)
        self.layers.setProperty("small", True)
        self.layers.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.patches = Segmented(PATCHES, self, small=True, width=26)
        self.patches.show_key("5")
        self.cam.controls.addWidget(self.layers)
        self.occlusion.controls.addWidget(self.patches)
        self._build_progress()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 2)
        row.addLayout(self._build_chooser())
        for block in self.blocks:
            row.addWidget(block, 1)
            block.heat.pointed.connect(self._mark)
        self.layers.activated.connect(self._on_layer)
        self.patches.chosen.connect(self._on_patch)
        self.classes.activated.connect(self._on_class)
        self.start.clicked.connect(self._on_start)
        self.setMinimumHeight(124)
        self.retranslate()

    def _build_progress(self) -> None:
        self.progress = QProgressBar(self)
        self.progress.setRange(0, STEPS)
        self.progress.setTextVisible(False)
        self.start = QToolButton(self)
        self.start.setProperty("outlined", True)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.progress, 1)
        line.addWidget(self.start)
        self.occlusion.column.insertLayout(2, line)
        self.set_progress(None)

    def _build_chooser(self) -> QVBoxLayout:
        self.label, self.note = QLabel(self), QLabel(self)
        self.label.setProperty("role", "label")
        self.note.setProperty("role", "caption")
        self.note.setWordWrap(True)
        self.classes = QComboBox(self)
        self.classes.setFixedWidth(CHOOSER)
        self.note.setFixedWidth(CHOOSER)
        column = QVBoxLayout()
        column.setSpacing(6)
        for widget in (self.label, self.classes, self.note):
            column.addWidget(widget)
        column.addStretch(1)
        return column

    # Showing

    def set_classes(self, names: Sequence[str], answer: str, chosen: int) -> None:
        """Offer the classes, before them "the answer"; ``chosen`` is -1 for that one."""
        first = self.tr("the answer: {name}").format(name=answer) if answer else self.tr("the answer")
        texts = [first, *names]
        if [self.classes.itemText(at) for at in range(self.classes.count())] != texts:
            self.classes.clear()
            self.classes.addItems(texts)
        self.classes.setCurrentIndex(chosen + 1)

    def set_layers(self, layers: Sequence[tuple[int, str]], chosen: int) -> None:
        """Offer the layers that Grad-CAM can look at, as (layer, name)."""
        if [
            (self.layers.itemData(at), self.layers.itemText(at)) for at in range(self.layers.count())
        ] != list(layers):
            self.layers.clear()
            for layer, name in layers:
                self.layers.addItem(name, layer)
        self.layers.setCurrentIndex(self.layers.findData(chosen))
        self.layers.setVisible(bool(layers))
        self._arrange()

    def set_progress(self, share: float | None) -> None:
        """How much of the occlusion is done, 0 to 1; None while nothing runs."""
        self.progress.setVisible(share is not None)
        if share is not None:
            self.progress.setValue(round(STEPS * share))
            self.start.show()
        self.start.setText(self.tr("Start") if share is None else self.tr("Cancel"))

    def offer_start(self, offered: bool) -> None:
        """Show the button that starts the occlusion: it does not start by itself."""
        self.start.setVisible(offered)

    def running(self) -> bool:
        """Whether the occlusion is being computed."""
        return not self.progress.isHidden()

    # Wishes

    def _mark(self, pixel: object) -> None:
        for block in self.blocks:
            block.heat.set_mark(pixel)  # type: ignore[arg-type]

    def _on_layer(self, index: int) -> None:
        self.layer_chosen.emit(self.layers.itemData(index))

    def _on_patch(self, key: str) -> None:
        self.patch_chosen.emit(int(key))

    def _on_class(self, index: int) -> None:
        self.class_chosen.emit(index - 1)

    def _on_start(self) -> None:
        if self.running():
            self.cancel_wanted.emit()
        else:
            self.start_wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        layout, roomy = self.layout(), self.width() >= ROOMY
        if layout is not None:
            layout.setSpacing(20 if roomy else 10)
            for widget in (self.classes, self.note):
                widget.setFixedWidth(CHOOSER if roomy else NARROW_CHOOSER)
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Make all pictures equally large."""
        widest = max(block.words_width() for block in self.blocks)
        for block in self.blocks:
            block.set_words_width(widest)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.appeared.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
        self.label.setText(self.tr("What speaks for"))
        self.classes.setAccessibleName(self.tr("What speaks for"))
        self.note.setText(self.tr("Three answers to one question, none of them the whole truth."))
        self.layers.setAccessibleName(self.tr("Layer that Grad-CAM looks at"))
        self.layers.setToolTip(self.layers.accessibleName())
        self.cam.title.setText(self.tr("Grad-CAM"))
        self.gradient.title.setText(self.tr("Gradient"))
        self.occlusion.title.setText(self.tr("Occlusion"))
        for block in self.blocks:
            block.heat.setAccessibleName(block.title.text())
        self.patches.setAccessibleName(self.tr("Side of the patch in pixels"))
        self.patches.set_texts(PATCHES, [self.patches.accessibleName()] * len(PATCHES))
        self.set_progress(self.progress.value() / STEPS if self.running() else None)
        self._arrange()
