from __future__ import annotations
from generator.readers.pages.blocks import Block
def read(text: str, name: str) -> tuple[Block, ...]:
    return ()
def read_part(text: str, name: str, line: int) -> list[Block]:
    return []
