"""Answers that come piece by piece: server-sent events, JSON lines and JSON sequences."""

from __future__ import annotations

import codecs
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Generic, Self, TypeVar, cast

import httpx2

from . import reading

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_LAST = "[DONE]"
"""Data that some APIs send after their last event; it is no event."""


@dataclass(frozen=True, slots=True)
class Event(Generic[T_co]):
    """A server-sent event.

    Attributes:
        data: What it says.
        name: Its kind; "message" where the API gives none.
        id: The last id that the API gave, with which a stream can be resumed.
    """

    data: T_co
    name: str = "message"
    id: str = ""


class Stream(Generic[T]):
    """Pieces of an answer, as they come: `for piece in stream`.

    Leaving a `with` block closes the connection.
    """

    def __init__(self, response: httpx2.Response, decoder: Decoder) -> None:
        self.response = response
        self._pieces = self._read(decoder)

    def __iter__(self) -> Iterator[T]:
        return self._pieces

    def __next__(self) -> T:
        return next(self._pieces)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; no further pieces come."""
        self.response.close()

    def _read(self, decoder: Decoder) -> Iterator[T]:
        try:
            for chunk in self.response.iter_bytes():
                yield from cast("Iterator[T]", decoder.pieces(chunk))
            yield from cast("Iterator[T]", decoder.rest())
        finally:
            self.close()


class AsyncStream(Generic[T]):
    """Pieces of an answer, as they come: `async for piece in stream`.

    Leaving an `async with` block closes the connection.
    """

    def __init__(self, response: httpx2.Response, decoder: Decoder) -> None:
        self.response = response
        self._pieces = self._read(decoder)

    def __aiter__(self) -> AsyncIterator[T]:
        return self._pieces

    async def __anext__(self) -> T:
        return await anext(self._pieces)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connection; no further pieces come."""
        await self.response.aclose()

    async def _read(self, decoder: Decoder) -> AsyncIterator[T]:
        try:
            async for chunk in self.response.aiter_bytes():
                for piece in decoder.pieces(chunk):
                    yield piece
            for piece in decoder.rest():
                yield piece
        finally:
            await self.close()


class Decoder:
    """Bytes -> lines -> pieces; knows no connections, so that both kinds of stream share it."""

    def __init__(self) -> None:
        self._text = codecs.getincrementaldecoder("utf-8")("replace")
        self._line = ""

    def pieces(self, chunk: bytes) -> Iterator[Any]:
        """The pieces that the chunk completes."""
        yield from self._lines(self._text.decode(chunk))

    def rest(self) -> Iterator[Any]:
        """What remains when the answer ends."""
        yield from self._lines(self._text.decode(b"", final=True) + "\n")

    def line(self, line: str) -> Iterator[Any]:
        """The pieces that a line completes."""
        raise NotImplementedError

    def _lines(self, text: str) -> Iterator[Any]:
        """A line ends at CR LF, LF or CR; a chunk may end within a CR LF."""
        text = self._line + text
        held = "\r" if text.endswith("\r") else ""
        *lines, self._line = (
            text.removesuffix("\r").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        )
        self._line += held
        for line in lines:
            yield from self.line(line)


class JsonDecoder(Decoder):
    """A JSON value a line."""

    def __init__(self, kind: object) -> None:
        super().__init__()
        self._kind = kind

    def line(self, line: str) -> Iterator[Any]:
        text = line.strip()
        if text:
            yield reading.read_json(self._kind, text.encode())


class SequenceDecoder(JsonDecoder):
    """JSON values that each begin with a record separator (RFC 7464), over however many lines."""

    def _lines(self, text: str) -> Iterator[Any]:
        *values, self._line = (self._line + text).split("\x1e")
        for value in values:
            yield from self.line(value)

    def rest(self) -> Iterator[Any]:
        """The last value, behind which no separator stands."""
        yield from self._lines(self._text.decode(b"", final=True) + "\x1e")


class EventDecoder(Decoder):
    """Server-sent events (WHATWG HTML, section 9.2.6).

    Args:
        kinds: The type of each kind of event by its name; "" for those that are not listed.
    """

    def __init__(self, kinds: Mapping[str, object]) -> None:
        super().__init__()
        self._kinds = kinds
        self._data: list[str] = []
        self._name = ""
        self._id = ""
        self._fresh = True

    def line(self, line: str) -> Iterator[Any]:
        if self._fresh:
            line, self._fresh = line.removeprefix("\ufeff"), False
        if not line:
            yield from self._event()
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if field == "data":
            self._data.append(value)
        elif field == "event":
            self._name = value
        elif field == "id" and "\0" not in value:
            self._id = value

    def _event(self) -> Iterator[Any]:
        data, name = "\n".join(self._data), self._name
        empty = not self._data
        self._data, self._name = [], ""
        if empty or data == _LAST:
            return
        kind = self._kinds.get(name, self._kinds.get("", Any))
        yield Event(self._value(kind, data), name or "message", self._id)

    def _value(self, kind: object, data: str) -> object:
        if kind is str:
            return data
        try:
            return reading.read_json(kind, data.encode())
        except ValueError:
            return data
