"""Files to send: what can be given for one, and how it stands in a multipart body."""

from __future__ import annotations

import mimetypes
import os
from collections.abc import Mapping
from contextlib import ExitStack
from io import FileIO
from pathlib import Path
from typing import IO, Annotated, Any, Final, TypeAlias, TypeGuard

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema


class _AsGiven:
    """Marks what is handed on as it is given: an open file is no value to look into."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_no_text)


def _no_text(value: object) -> object:
    """A path written as a text must not be sent in the place of its file.

    Raises:
        ValueError: It is a text.
    """
    if isinstance(value, str):
        raise ValueError("a text is no file: give bytes, a file opened in binary mode, or a Path")
    return value


FileContent: TypeAlias = Annotated[bytes | IO[bytes] | os.PathLike[str], _AsGiven()]
"""The content of a file: bytes, a file opened in binary mode, or its path (`pathlib.Path`)."""

FileTypes: TypeAlias = Annotated[
    FileContent
    | tuple[str | None, FileContent]
    | tuple[str | None, FileContent, str | None]
    | tuple[str | None, FileContent, str | None, Mapping[str, str]],
    _AsGiven(),
]
"""A file to send: its content, or a tuple `(file name, content, media type, headers)`, of which the
last two may be left out. Where it is not said, the name is that of the open file or path."""

SentFile: TypeAlias = (
    tuple[str | None, bytes | IO[bytes], str | None]
    | tuple[str | None, bytes | IO[bytes], str | None, Mapping[str, str]]
)
"""A part of a multipart body, as httpx2 takes it: file name, content, media type, headers."""

_UNKNOWN: Final = "application/octet-stream"


def is_file(value: object) -> TypeGuard[FileTypes]:
    """Whether a value is a file, and no text, number or object."""
    if isinstance(value, tuple):
        named = 2 <= len(value) <= 4 and (value[0] is None or isinstance(value[0], str))
        return named and _is_content(value[1])
    return _is_content(value)


def sent(name: str, value: FileTypes, media_types: str, opened: ExitStack) -> SentFile:
    """A file as the part of a multipart body.

    Args:
        name: The part's name, which an unnamed file gets too.
        media_types: What the API documents for it: one, several parted by commas, or a range.
        opened: Closes what is opened here.
    """
    said: str | None = None
    media_type: str | None = None
    content: FileContent
    headers: Mapping[str, str] = {}
    if isinstance(value, tuple):
        said, content = value[0], value[1]
        media_type = value[2] if len(value) > 2 else None
        headers = value[3] if len(value) > 3 else {}
    else:
        content = value
    file_name = said if isinstance(value, tuple) and said is not None else _name(content) or name
    part = (
        file_name,
        opened.enter_context(FileIO(content)) if isinstance(content, os.PathLike) else content,
        media_type or _media_type(file_name, media_types),
    )
    return (*part, headers) if headers else part


def first_of(documented: str) -> str:
    """The first of several media types that is no range; "" where there is none."""
    return next((entry for entry in _listed(documented) if "*" not in entry), "")


def content_of(value: FileContent) -> bytes:
    """The whole content of a file."""
    if isinstance(value, os.PathLike):
        return Path(value).read_bytes()
    return value if isinstance(value, bytes) else value.read()


def _is_content(value: object) -> TypeGuard[FileContent]:
    return isinstance(value, bytes | os.PathLike) or callable(getattr(value, "read", None))


def _name(content: FileContent) -> str:
    """The name of a path or an open file; "" where it has none."""
    place = content if isinstance(content, os.PathLike) else getattr(content, "name", "")
    return Path(place).name if isinstance(place, str | os.PathLike) else ""


def _media_type(file_name: str, documented: str) -> str:
    """What the name says, where the API allows it, else the first that the API names."""
    guessed = mimetypes.guess_type(file_name)[0] or _UNKNOWN
    ranges = [entry.removesuffix("*") for entry in _listed(documented)]
    if not ranges or any(guessed.startswith(entry) for entry in ranges):
        return guessed
    return first_of(documented) or guessed


def _listed(documented: str) -> list[str]:
    return [entry.strip() for entry in documented.split(",") if entry.strip()]
