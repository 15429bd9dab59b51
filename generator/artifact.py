"""What a target asks for and what comes out of it.

In: nothing. Out: `Job` (print this view with that template to that path, or copy that file) and `File` (a path and its
bytes). Views make jobs, `render` turns jobs into files, `output` puts files into the folder.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One file to be made.

    Attributes:
        template: Its path below `templates/`; what ends in `.jinja` is rendered, anything else copied as it stands.
        path: Where it goes, relative to the output folder.
        view: What the template sees as `view`; a frozen record, worked out to the last name.
        once: Written only where there is no such file yet; from then on it is the user's.
    """

    template: str
    path: PurePosixPath
    view: object = None
    once: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of the output: its path relative to the output folder, and all of its bytes."""

    path: PurePosixPath
    content: bytes
    once: bool = False
