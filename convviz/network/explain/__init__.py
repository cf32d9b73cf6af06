"""Why a neuron has its value: its terms (`drilldown`), its receptive field, and which pixels count."""
