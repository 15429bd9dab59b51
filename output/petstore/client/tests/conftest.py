"""Where the API is that the tests call: at `TEST_API_BASE_URL`, or in this process as the generated stub server."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import pytest
from pydantic import TypeAdapter

from petstore import AsyncPetstore, Petstore


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def check() -> Callable[[object, Any], None]:
    """Fails where an answer is not of its type."""

    def check(answer: object, kind: Any) -> None:
        TypeAdapter[object](kind).validate_python(answer)

    return check


@pytest.fixture(scope="session")
def base_url() -> Iterator[str]:
    given = os.environ.get("TEST_API_BASE_URL")
    if given:
        yield given
        return
    server = pytest.importorskip("petstore_server", reason="no TEST_API_BASE_URL, no stub server")
    uvicorn = pytest.importorskip("uvicorn")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        stub = uvicorn.Server(uvicorn.Config(server.create_app(), log_level="warning"))
        thread = threading.Thread(target=stub.run, args=([listener],), daemon=True)
        thread.start()
        while not stub.started and thread.is_alive():
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        stub.should_exit = True
        thread.join(timeout=5)


@pytest.fixture
def client(base_url: str) -> Iterator[Petstore]:
    with Petstore(
        access_token=os.environ.get("PETSTORE_ACCESS_TOKEN", "test"),
        api_key=os.environ.get("PETSTORE_API_KEY", "test"),
        base_url=base_url,
        validate_responses=True,
    ) as client:
        yield client


@pytest.fixture
async def async_client(base_url: str) -> AsyncIterator[AsyncPetstore]:
    async with AsyncPetstore(
        access_token=os.environ.get("PETSTORE_ACCESS_TOKEN", "test"),
        api_key=os.environ.get("PETSTORE_API_KEY", "test"),
        base_url=base_url,
        validate_responses=True,
    ) as client:
        yield client
