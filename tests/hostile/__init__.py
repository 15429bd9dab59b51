"""The hostile matrix: every place where input text enters, against every payload that ever broke a generator."""
