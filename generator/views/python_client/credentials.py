"""The constructor's credentials; they stand in `generator.views.python.credentials`, because samples need them too."""

from generator.views.python.credentials import Argument, Credentials, Scheme, credentials

__all__ = ["Argument", "Credentials", "Scheme", "credentials"]
