"""One row whose cells are joined by a space -> its cells, by what is known of them.

In: a row such as `limit N Max entries to return 1 limit=10`, and the page's knowledge. Out: role -> words; "" for a
cell known to be empty, None for one that cannot be told from its neighbour. Names, statuses and what says `required`
are single words, so the head of a row is plain; what ends a description is its full stop, its accepted values, a value
of the example's kind, or a word that no sentence has.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from generator.readers.pages import fields
from generator.readers.pages.fields import glue
from generator.readers.pages.fields.glue import Cells, Known
from generator.readers.pages.notation import typed as typed_words
from generator.readers.pages.profile import Profile

_STATUS = re.compile(r"[1-5](?:[0-9]{2}|XX)\Z")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?\Z")
_TRUTH = re.compile(r"(?:true|false)\Z")
_NO_WORD = re.compile(r"[\[{\"'/].*|[\w-]*(?:[a-z][A-Z]|[0-9_@*=]|://).*\Z")
"""A word that no sentence has, so that it is a value."""
_UNFINISHED = frozenset(
    (
        *("a", "an", "the", "this", "that", "my", "your", "its", "of", "to", "by", "in", "on", "at", "for", "from"),
        *("with", "and", "or", "is", "are", "be", "than", "as", "if", "most", "least", "only", "over", "under"),
        *("above", "below", "between", "exceed", "exceeds", "equals", "maximum", "minimum", "version"),
    )
)
"""Words that no description ends with: what follows one belongs to it."""
_OPENERS = frozenset(("The", "A", "An", "If", "This", "These", "Whether", "When", "Returns"))
"""Words that begin a sentence and stand in no name of a type."""
_CONNECTORS = frozenset(("or", "and", "of", "by", "in", "for", "to", "with"))
"""Words that may stand in lower case between those of a name."""
_OF_VERBS = ("ed", "ing")
"""How words end that tell what became of the thing named after them: `Updated device …`."""
_PROPER = re.compile(r"[a-z][A-Z]|[A-Z]{2}")
_SENTENCE_END = re.compile(r"[.:;!?)]\Z")
_NOTE_MARK = re.compile(r"[*†‡]+ ")
_MOST_TYPE_WORDS = 8


def status_row(row: str, types: Collection[str], profile: Profile, *, with_type: bool) -> Cells:
    """`200 Device Log The last entries`."""
    status, _, rest = row.partition(" ")
    if not _STATUS.match(status):
        return {}
    if not with_type:
        return {"status": status, "description": glue.without_reason(status, rest)}
    found = typed(rest, types, profile)
    return {"status": status, "type": found[0], "description": found[1]} if found else {"status": status}


def event_row(row: str, types: Collection[str], profile: Profile) -> Cells:
    """`mqttMessage MQTT Publish Body An event for one message`."""
    event, _, rest = row.partition(" ")
    found = typed(rest, types, profile)
    cells = {"event": event, "name": event}
    return {**cells, "type": found[0], "description": found[1]} if found else cells


def typed(words: str, types: Collection[str], profile: Profile) -> tuple[str, str] | None:
    """The name of a type and the description behind it; None where they cannot be told apart.

    Every word of a name begins with a capital letter, and of a sentence its first one.
    """
    nothing = [pattern.source for pattern in profile.returns_nothing if pattern.literal]
    for name in nothing:
        if words.startswith(name + " "):
            return name, words[len(name) :].strip()
    listed = max((name for name in types if f"{words} ".startswith(name + " ")), key=len, default="")
    split = words.split(" ")
    run = next((index for index, word in enumerate(split) if not word[:1].isupper()), len(split))
    opener = next((index for index in range(1, run) if split[index] in _OPENERS), 0)
    told = " ".join(split[: opener or _end_of_name(split, run)])
    if listed and not opener and told not in types:
        told = listed if not told or listed.startswith(told) else ""
    return (told, words[len(told) :].strip()) if told else None


def _end_of_name(words: Sequence[str], run: int) -> int:
    """How many of the `run` words that begin with a capital letter are the name; 0 where that cannot be told."""
    if not 0 < run < len(words):
        return 0
    following, last = words[run], words[run - 1]
    if run == 1:  # the sentence begins in lower case, or the name goes on
        return 0 if following in _CONNECTORS else 1
    before_last = run - 2 if run > 2 and words[run - 2].endswith(_OF_VERBS) else 0
    if at := _restated(words, run):
        return at - 1 if at > 1 and words[at - 1].endswith(_OF_VERBS) else at
    if _PROPER.search(last):  # no word that begins a sentence
        return before_last
    begins_lower = following.capitalize() in _OPENERS or _NO_WORD.match(following) or following == words[0].lower()
    return run - 1 if last.endswith(_OF_VERBS) or not begins_lower else 0


def _restated(words: Sequence[str], run: int) -> int:
    """Where the sentence says the name, or its last words, once more: `Error Error if …`, `API Key API key …`."""
    folded = [word.casefold() for word in words]
    for at in range(1, run):
        if folded[:at] == folded[at : 2 * at]:
            return at
        if any(folded[at:run] == folded[start : start + run - at] for start in range(2 * at - run + 1)):
            return at
    return 0


def path_row(row: str, known: Known, profile: Profile, roles: Sequence[str]) -> Cells:
    """`GROUP_ID ID associated with the group 575ed78e…`."""
    name, _, rest = row.partition(" ")
    name = next((written for written in known.written if _plain(written) == _plain(name)), name)
    if "type" in roles or "required" in roles:
        return parameter_row(f"{name} {rest}", profile, roles, named_examples=False)
    if "example" not in roles:
        return {"name": name, "description": rest}
    before, _, last = rest.rpartition(" ")
    if before and (any(shape.match(last) for shape in profile.example_shapes) or _NO_WORD.match(last)):
        return {"name": name, "description": before, "example": last}
    words = " ".join(word for word in re.split(r"[^a-z0-9]+", name.lower()) if word not in ("", "id"))
    if words and rest.lower().endswith(words):
        return {"name": name, "description": rest, "example": ""}
    return {"name": name}


def _plain(name: str) -> str:
    """A name without its underscores, which are taken for emphasis where Markdown becomes text."""
    return name.replace("_", "")


def parameter_row(row: str, profile: Profile, roles: Sequence[str], *, named_examples: bool) -> Cells:
    """`limit N Max entries to return 1 limit=10`, with or without the example.

    Args:
        row: The row.
        profile: The words of the site.
        roles: What the columns are about.
        named_examples: The table writes its examples as `name=value`, so that a row without that has none.
    """
    name, _, rest = row.partition(" ")
    if found := _NOTE_MARK.match(rest):
        name, rest = f"{name} {found[0].strip()}", rest[found.end() :]
    cells: dict[str, str | None] = {"name": name}
    at = roles.index("description") if "description" in roles else len(roles)
    for role in roles[1:at]:
        word = _leading(role, rest, profile, may_end=role is roles[-1] or (role is roles[at - 1] and " " not in rest))
        if word is None:
            return {} if role == "required" else cells
        cells[role], rest = word, rest[len(word) :].strip()
    after = [role for role in roles[at + 1 :] if role]
    if "" in roles[1:]:
        return cells  # something of which nothing is known stands behind the description
    if not after:
        return {**cells, "description": rest}
    if "example" in after and not named_examples:
        return {**cells, **_bare_end(rest, profile, with_default="default" in after)}
    example = ""
    if "example" in after:
        rest, example = _named_example(rest, name)
        cells["example"] = example
    if "default" not in after:
        return {**cells, "description": rest}
    description, default = _default(rest, example.partition("=")[2], profile)
    return {**cells, "description": description, "default": default}


def _leading(role: str, words: str, profile: Profile, *, may_end: bool) -> str | None:
    """The words of a cell behind a name; the row `may_end` with them where nothing, or a description, would follow."""
    split = words.split(" ", _MOST_TYPE_WORDS)
    if role == "type":
        return " ".join(split[: typed_words.apart(split if may_end else split[:-1], profile)]) or None
    if role == "place":
        return split[0] if split[0].casefold() in fields.PLACE_WORDS else None
    for end in range(min(_MOST_TYPE_WORDS, len(split) - (not may_end)), 0, -1):
        said = " ".join(split[:end])
        if role == "required" and any(p.match(said) for p in (*profile.required_yes, *profile.required_no)):
            aside = glue.ASIDE.match(words, len(said))
            return said + aside[0] if aside else said
    return None


def _named_example(words: str, name: str) -> tuple[str, str]:
    """What stands before an example such as `name=value` or `name[0]=value`, and the example."""
    for found in re.finditer(rf"(?:^| ){re.escape(name)}[=[]", words):
        example = words[found.start() :].strip()
        if glue.is_example(example, name):
            return words[: found.start()].strip(), example
    return words, ""


def _default(words: str, example: str, profile: Profile) -> tuple[str, str | None]:
    """A description and the default behind it."""
    if any(pattern.search(words) for pattern in profile.no_default):
        return words, ""
    listed = glue.accepted(words, profile.enum)
    if listed is not None:
        before, _, last = listed[-1].rpartition(" ")
        is_value = last in (*listed[:-1], before)
        return (words[: -len(last)].strip(), last) if is_value else (words, "")
    before, _, last = words.rpartition(" ")
    if not before or before.rpartition(" ")[2].lower() in _UNFINISHED or _SENTENCE_END.search(last):
        return words, ""
    if any(kind.match(last) and kind.match(example) for kind in (_NUMBER, _TRUTH)) or last == example:
        return before, last
    return (words, None) if _NO_WORD.match(last) or _SENTENCE_END.search(before) else (words, "")


def _bare_end(words: str, profile: Profile, *, with_default: bool) -> Cells:
    """Description, default and example, where nothing marks the example."""
    start = _end_of_sentence(words, profile)
    if start is None:
        tail = _values_at_end(words)
        start = len(words) - len(" ".join(tail)) if tail else None
    else:
        tail = words[start:].split()
    if start is None:
        return {}
    description = words[:start].strip()
    if not tail:
        return {"description": description, "default": "", "example": ""}
    if not with_default or any(pattern.search(description) for pattern in profile.no_default):
        return {"description": description, "default": "", "example": words[start:].strip()}
    if len(tail) == 2 and not tail[0].endswith((",", ";")):
        return {"description": description, "default": tail[0], "example": tail[1]}
    return {"description": description}


def _end_of_sentence(words: str, profile: Profile) -> int | None:
    """Where what a row says ends for certain: behind its accepted values, or behind its last full stop."""
    listed = glue.accepted(words, profile.enum)
    if listed is not None:
        tail = listed[-1].partition(" ")[2]
        return len(words) - len(tail) if tail else len(words)
    stop = max(words.rfind(". "), words.rfind(".) "))
    after = words[stop + 1 :].strip() if stop >= 0 else ""
    if after and not after[:1].isupper():
        return len(words) - len(after)
    return len(words) if _SENTENCE_END.search(words) else None


def _values_at_end(words: str) -> list[str]:
    """The one or two values that a row ends with; two are of one kind."""
    split = words.split(" ")
    tail = split[-2:] if len(split) > 3 else []
    for kind in (_NUMBER, _TRUTH, _NO_WORD):
        if tail and all(kind.match(word) for word in tail) and split[-3].lower() not in _UNFINISHED:
            return tail
    tail = split[-1:] if len(split) > 2 else []
    return tail if tail and _NO_WORD.match(tail[0]) and split[-2].lower() not in _UNFINISHED else []


def rows_of(words: str, known: Known, profile: Profile, roles: tuple[str, ...], types: Collection[str]) -> list[str]:
    """The rows of a table that is all on one line: each begins where a name, a status or an event does."""
    split = words.split(" ")
    starts = list(_starts(split, known, profile, roles, types))
    if not starts or starts[0] != 0:
        starts = [0, *starts]
    return [" ".join(split[start:end]) for start, end in zip(starts, [*starts[1:], len(split)], strict=True)]


def _starts(
    words: Sequence[str], known: Known, profile: Profile, roles: tuple[str, ...], types: Collection[str]
) -> Iterator[int]:
    written = {_plain(name) for name in known.written}
    for index, word in enumerate(words):
        following = [*words[index + 1 : index + 3], "", ""]
        match roles[0]:
            case "status":
                answers = following[0][:1].isupper() or following[0] in types or _means_nothing(following[0], profile)
                begins = bool(_STATUS.match(word)) and answers
            case "event":
                begins = index == 0 or (_NO_WORD.match(word) is not None and following[0][:1].isupper())
            case _ if roles[1:2] == ("required",):
                begins = word[-1:].isalnum() and _says_required(following[0], profile)
            case _ if roles[1:3] == ("type", "required"):
                begins = _is_type(following[0], profile) and _says_required(following[1], profile)
            case _ if roles[1:2] == ("type",):
                ended = index == 0 or bool(_SENTENCE_END.search(words[index - 1]))
                begins = ended and _is_type(following[0], profile)
            case _:
                begins = _plain(word) in written
        if begins:
            yield index


def _says_required(word: str, profile: Profile) -> bool:
    """Whether a word is just as the profile has it; a sentence may have it otherwise."""
    says = (*profile.required_yes, *profile.required_no)
    return any(p.literal and word in (p.source, p.source.capitalize()) for p in says)


def _is_type(word: str, profile: Profile) -> bool:
    return any(rule.pattern.match(word) for rule in profile.types)


def _means_nothing(word: str, profile: Profile) -> bool:
    return any(pattern.literal == word for pattern in profile.returns_nothing)


def repeats_name(words: str) -> bool:
    """Whether a word of a row, or of a table on one line, stands in it once more before an equals sign."""
    seen: set[str] = set()
    for word in words.split(" "):
        name, sign, _ = word.partition("=")
        if sign and name.partition("[")[0] in seen:
            return True
        seen.add(word)
    return False
