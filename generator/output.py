"""Files against a folder: what would change, and the change itself.

In: the `File`s of a run and the output folder. Out: a `Plan` (what is new, changed, stale, edited by hand) and, on
demand, the writing of it. This is the only module that writes into a project; it must not know what files are about.

Three promises: a file whose bytes are the same is not touched; a file that a person edited, or that the generator did
not write, is not overwritten or removed; a run that is cut short leaves whole files only. The folder's lock
(`specloom.lock`) remembers what was written, as a SHA-256 for each path.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from generator.artifact import File
from generator.records import dataclass

LOCK = "specloom.lock"
_PENDING = "specloom.lock.pending"
_RESERVED = {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))}


class Refused(Exception):
    """Writing would lose somebody's work or leave the output folder; `paths` are those concerned."""

    def __init__(self, message: str, paths: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.paths = paths


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a run would do to the folder. Paths are relative to it, in order of name.

    Attributes:
        created, changed: To be written; `unchanged` are already as they should be.
        stale: Written by an earlier run and no longer generated: to be removed.
        edited: Of the created, changed and stale ones, those whose present bytes the generator did not write.
    """

    folder: Path
    created: tuple[File, ...]
    changed: tuple[File, ...]
    unchanged: tuple[File, ...]
    stale: tuple[str, ...]
    edited: tuple[str, ...]
    lock: Mapping[str, str]
    lock_fresh: bool

    @property
    def fresh(self) -> bool:
        """True where there is nothing to do."""
        return not (self.created or self.changed or self.stale) and self.lock_fresh

    def diff(self) -> Iterator[str]:
        """A unified diff of everything that would change, line by line."""
        for file in sorted((*self.created, *self.changed), key=lambda file: file.path):
            yield from _diff(str(file.path), _lines(self.folder / file.path), file.content)
        for path in self.stale:
            yield from _diff(path, _lines(self.folder / path), b"")


def plan(files: Iterable[File], folder: Path, owned: tuple[str, ...] | None = None) -> Plan:
    """Compare the files of a run with the folder.

    Args:
        files: All files of the run.
        folder: The output folder; need not exist.
        owned: The top folders that this run makes anew; files of earlier runs elsewhere are left alone. None: all.

    Raises:
        Refused: A path leaves the folder, goes through a symbolic link, a folder stands where a file is to be or the
            other way round, or two paths differ only in case.
    """
    ordered = sorted(files, key=lambda file: file.path)
    _check_paths(ordered, folder)
    written, trusted = _read_locks(folder)
    created: list[File] = []
    changed: list[File] = []
    unchanged: list[File] = []
    edited: list[str] = []
    lock = {path: digest for path, digest in written.items() if owned is not None and path.split("/")[0] not in owned}
    for file in ordered:
        name, present = str(file.path), _bytes(folder / file.path)
        if file.once:
            (created if present is None else unchanged).append(file)
            continue
        lock[name] = _digest(file.content)
        if present is None:
            created.append(file)
        elif present == file.content:
            unchanged.append(file)
        else:
            changed.append(file)
            if _digest(present) not in trusted.get(name, ()):
                edited.append(name)
    kept = {str(file.path) for file in ordered} | lock.keys()
    stale = [path for path in sorted(written) if path not in kept and _bytes(folder / path) is not None]
    edited += [path for path in stale if _digest(_bytes(folder / path) or b"") not in trusted[path]]
    return Plan(
        folder=folder,
        created=tuple(created),
        changed=tuple(changed),
        unchanged=tuple(unchanged),
        stale=tuple(stale),
        edited=tuple(edited),
        lock=dict(sorted(lock.items())),
        lock_fresh=_bytes(folder / LOCK) == _lock_bytes(lock),
    )


def write(plan: Plan, *, force: bool = False) -> None:
    """Make the folder as planned.

    Raises:
        Refused: Files were edited by hand and `force` is not set; nothing was written.
    """
    if plan.edited and not force:
        message = "not written by specloom, or edited by hand since; --force overwrites them"
        raise Refused(message, plan.edited)
    if plan.fresh:
        return
    plan.folder.mkdir(parents=True, exist_ok=True)
    # Until the new lock is in place, both old and new bytes count as ours: a run that is cut short can be repeated.
    _replace(plan.folder / _PENDING, _lock_bytes(plan.lock))
    for file in (*plan.created, *plan.changed):
        path = plan.folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, file.content)
    for stale in plan.stale:
        _remove(plan.folder, stale)
    _replace(plan.folder / LOCK, _lock_bytes(plan.lock))
    (plan.folder / _PENDING).unlink(missing_ok=True)


def write_new(path: Path, text: str, *, force: bool = False) -> None:
    """Write a file that belongs to the user from now on.

    Raises:
        Refused: It is there already and `force` is not set.
    """
    if path.exists() and not force:
        raise Refused("is there already; --force replaces it", (str(path),))
    _replace(path, text.encode())


def _check_paths(files: list[File], folder: Path) -> None:
    seen: dict[str, str] = {}
    looked_at: set[PurePosixPath] = set()
    for file in files:
        name = str(file.path)
        unsafe = file.path.is_absolute() or any(
            part in ("..", "")
            or part[-1] in ". "
            or part.split(".")[0].lower() in _RESERVED
            or any(sign in part for sign in '\\:\0"<>|?*')
            for part in file.path.parts
        )
        if unsafe or name.startswith(LOCK):
            raise Refused("would leave the output folder", (name,))
        if seen.setdefault(name.lower(), name) != name:
            raise Refused("differ only in upper and lower case", (seen[name.lower()], name))
        for place in (file.path, *file.path.parents[:-1]):
            if place not in looked_at and (problem := _obstacle(folder / place, is_file=place == file.path)):
                raise Refused(problem, (str(place),))
            looked_at.add(place)


def _obstacle(place: Path, *, is_file: bool) -> str:
    """Why a file cannot be written here, or a folder made; "" where it can."""
    try:
        mode = place.lstat().st_mode
    except OSError:
        return ""
    if stat.S_ISLNK(mode):
        return "is a symbolic link; nothing is written through one"
    if is_file and stat.S_ISDIR(mode):
        return "a folder stands where a file is to be written"
    if not is_file and not stat.S_ISDIR(mode):
        return "a file stands where a folder is to be made"
    return ""


def _read_locks(folder: Path) -> tuple[dict[str, str], dict[str, set[str]]]:
    """What earlier runs wrote: the paths of all of them, and for each path the digests that count as ours."""
    written: dict[str, str] = {}
    trusted: dict[str, set[str]] = {}
    for name in (_PENDING, LOCK):
        try:
            entries = json.loads((folder / name).read_text(encoding="utf-8"))["files"]
        except (OSError, ValueError, KeyError, TypeError):
            continue
        for path, digest in entries.items() if isinstance(entries, dict) else ():
            pure = PurePosixPath(path)
            if isinstance(digest, str) and not pure.is_absolute() and ".." not in pure.parts:
                written[path] = digest
                trusted.setdefault(path, set()).add(digest)
    return written, trusted


def _lock_bytes(lock: Mapping[str, str]) -> bytes:
    """The lock file: what `specloom` wrote here, so that it can tell its own files from yours."""
    return (json.dumps({"version": 1, "files": dict(sorted(lock.items()))}, indent=1) + "\n").encode()


def _replace(path: Path, content: bytes) -> None:
    """Put the bytes at `path` in one step: readers see the old file or the new one, never half of it.

    Raises:
        OSError: It cannot be written; the error names `path`, not the temporary file beside it.
    """
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".specloom-")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            Path(temporary).chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        if error.errno is None:
            raise
        raise OSError(error.errno, error.strerror, str(path)) from error


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _remove(folder: Path, path: str) -> None:
    """Remove a file and the folders that are empty without it."""
    place = folder / path
    if any((folder / parent).is_symlink() for parent in PurePosixPath(path).parents):
        return
    place.unlink(missing_ok=True)
    for parent in place.parents:
        if parent == folder or any(parent.iterdir()):
            break
        parent.rmdir()


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _lines(path: Path) -> bytes:
    return _bytes(path) or b""


def _diff(name: str, before: bytes, after: bytes) -> Iterator[str]:
    yield from difflib.unified_diff(
        before.decode("utf-8", "replace").splitlines(),
        after.decode("utf-8", "replace").splitlines(),
        f"a/{name}",
        f"b/{name}",
        lineterm="",
    )
