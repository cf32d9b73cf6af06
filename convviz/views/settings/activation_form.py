"""The setting of the activation stage: which function, and the slope of leaky ReLU."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from convviz.core.sizes.settings import Settings
from convviz.views.controls.choice import Choice
from convviz.views.controls.form_row import FormRow
from convviz.views.controls.number_box import DecimalBox
from convviz.views.settings.form import Form

FUNCTIONS = ("none", "relu", "leaky_relu", "sigmoid", "tanh", "absolute")


class ActivationForm(Form):
    """What is done to every value on its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = self.add_row(FormRow(self))
        self.function = Choice(FUNCTIONS, self)
        self.slope = DecimalBox(-10, 10, self, value=0.01)
        self.slope.setSingleStep(0.05)
        self.row.add(self.function, stretch=5)
        self.row.add(self.slope, stretch=3)
        self.function.chosen.connect(self._function_chosen)
        self.slope.edited.connect(self._slope_edited)
        self.slope.editingFinished.connect(self.edit_finished)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.set_text(self.tr("Activation"))
        self.row.label.setText(self.tr("Function"))
        self.function.setAccessibleName(self.tr("Activation function"))
        self.function.set_texts(
            (
                self.tr("none"),
                self.tr("ReLU"),
                self.tr("leaky ReLU"),
                self.tr("sigmoid"),
                self.tr("tanh"),
                self.tr("absolute value"),
            )
        )
        self.slope.setToolTip(self.tr("Slope below zero"))
        self.slope.setAccessibleName(self.tr("Slope below zero"))

    def show_settings(self, settings: Settings) -> None:
        self.function.show_key(settings.activation)
        self.slope.show_value(settings.slope)
        self.slope.setVisible(settings.activation == "leaky_relu")

    def _function_chosen(self, key: str) -> None:
        self.say({"activation": key})

    def _slope_edited(self, value: float) -> None:
        self.say({"slope": value}, "slope")
