"""The handlers of all resources: one class each, one method an operation."""

from __future__ import annotations

from dataclasses import dataclass, field

from .adoptions import AdoptionsHandler
from .pets import PetsHandler


@dataclass(kw_only=True)
class Handlers:
    """What serves each resource; give an instance of your own subclass where you have one."""

    pets: PetsHandler = field(default_factory=PetsHandler)
    adoptions: AdoptionsHandler = field(default_factory=AdoptionsHandler)
