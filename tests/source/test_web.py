"""Documents that URLs name: what is allowed, what a fetch refuses, and that a build needs no network afterwards."""

from __future__ import annotations

import contextlib
import json
import ssl
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import trustme
from click.testing import CliRunner, Result

from generator.cli import main
from generator.diagnostics import InputError
from generator.source import Allowed, Library, Reach, Unfetched, download, web

SPEC = """\
openapi: 3.1.0
info: {title: Tea, version: "1"}
paths:
  /leaves:
    get:
      operationId: leaves.list
      responses: {'200': {description: All., content: {application/json: {schema: {$ref: 'parts/leaf.yaml#/Leaf'}}}}}
"""
LEAF = "Leaf: {type: object, properties: {kind: {$ref: '../kind.yaml'}}}\n"


class Site:
    """A web server on this machine: `pages` by path, and a count of what was asked for."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.pages: dict[str, bytes] = {}
        self.moved: dict[str, str] = {}
        self.asked: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                if self.path in site.moved:
                    self.send_response(302)
                    self.send_header("Location", site.moved[self.path])
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                elif self.path == "/slow":
                    self.send_response(200)
                    self.end_headers()
                    for _ in range(100):
                        self.wfile.write(b"x")
                        time.sleep(0.05)
                elif self.path == "/endless":
                    self.send_response(200)
                    self.end_headers()
                    while True:
                        self.wfile.write(b"x" * 10_000)
                else:
                    found = site.pages.get(self.path)
                    self.send_response(200 if found is not None else 404)
                    self.send_header("Content-Length", str(len(found or b"")))
                    self.end_headers()
                    self.wfile.write(found or b"")

            def handle(self) -> None:
                with contextlib.suppress(OSError):  # the other side had enough
                    super().handle()

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
        self.port = self._server.server_address[1]
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.close()


@pytest.mark.parametrize(
    ("allowed", "url", "expected"),
    [
        ("https://a.example/", "https://a.example/x.yaml", True),
        ("https://a.example", "https://a.example/x.yaml", True),
        ("https://a.example", "https://a.example", True),
        ("https://a.example/specs", "https://A.example:443/specs/x.yaml", True),
        ("https://a.example/x.yaml", "https://a.example/x.yaml?v=1", True),
        ("https://a.example/specs", "https://a.example/specsx", False),
        ("https://a.example/specs/", "https://a.example/specs/../x", False),
        ("https://a.example/specs/", "https://a.example/specs/%2e%2E/x", False),
        ("https://a.example/specs/", "https://a.example/specs\\..\\x", False),
        ("https://a.example/", "http://a.example/", False),
        ("https://a.example/", "https://a.example:444/", False),
        ("https://a.example/", "https://a.example@b.example/", False),
        ("https://a.example/", "https://u:p@a.example/", False),
        ("https://a.example/", "https://a.example.b.example/", False),
        ("https://a.example/", "ftp://a.example/", False),
        ("https://a.example/", "https://a.example/\r\nX: y", False),
        ("https://a.example/", "https://[a.example/", False),
    ],
)
def test_a_url_is_allowed_by_server_and_whole_steps(allowed: str, url: str, expected: bool) -> None:
    assert (web.permit_of(url, (Allowed(allowed),)) is not None) is expected


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True), ("2606:2800:220:1::1", True), ("10.0.0.1", False), ("127.0.0.1", False),
        ("0.0.0.0", False), ("169.254.169.254", False), ("100.64.0.1", False), ("192.168.1.1", False),
        ("172.16.0.1", False), ("224.0.0.1", False), ("::1", False), ("fe80::1%eth0", False), ("fd00::1", False),
        ("::ffff:10.0.0.1", False), ("::ffff:169.254.169.254", False), ("2002:a00:1::", False),
        ("64:ff9b::a00:1", False), ("64:ff9b::5db8:d822", True),
    ],
)  # fmt: skip
def test_private_addresses_in_every_dress(address: str, public: bool) -> None:
    assert download._is_public(address) is public


def fetched(site: Site, path: str, *more: Allowed) -> tuple[str, bytes]:
    return download.fetch(site.url + path, (Allowed(site.url, private=True), *more))


def refused(site: Site, path: str, *more: Allowed) -> str:
    with pytest.raises(Unfetched) as error:
        fetched(site, path, *more)
    return error.value.finding.message


def test_redirects_are_followed_within_what_is_allowed(site: Site) -> None:
    site.pages["/b/x"] = b"found"
    site.moved = {"/a": "/b/x#part", "/loop": "/loop", "/out": "http://b.example/x", "/file": "file:///etc/passwd"}
    site.moved["/odd"] = "http://[x"
    assert fetched(site, "/a") == (site.url + "/b/x", b"found")
    assert "more than 5 times" in refused(site, "/loop")
    assert "http://b.example/x, which `allow_urls` does not allow" in refused(site, "/out")
    assert "does not allow" in refused(site, "/file")
    assert "does not allow" in refused(site, "/odd")
    site.pages["/%C3%A9%20?q=%C3%A9"] = b"quoted"
    assert fetched(site, "/é%20?q=é")[1] == b"quoted"
    assert "the answer is 404" in refused(site, "/missing")


def test_a_redirect_to_a_private_address_by_a_name(site: Site) -> None:
    """A host that resolves to this machine, and an entry that allows the name but says nothing of such addresses."""
    named = f"http://2130706433:{site.port}"
    site.pages["/secret"] = b"secret"
    site.moved["/a"] = named + "/secret"
    assert "its address 127.0.0.1 is not one of the public internet" in refused(site, "/a", Allowed(named))
    assert site.asked == ["/a"]
    assert fetched(site, "/a", Allowed(named, private=True))[1] == b"secret"


@pytest.mark.parametrize(
    ("name", "vouched", "reason"),
    [
        ("127.0.0.1", True, ""),
        ("127.0.0.1", False, "CERTIFICATE_VERIFY_FAILED"),
        ("elsewhere.example", True, "IP address mismatch"),
    ],
)
def test_a_certificate_must_be_vouched_for_and_name_the_host(
    name: str, vouched: bool, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    if vouched:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    with contextlib.closing(Site(context)) as site:
        site.pages["/openapi.yaml"] = b"x: 1"
        permits = (Allowed(site.url, private=True),)
        if not reason:
            assert download.fetch(f"{site.url}/openapi.yaml", permits)[1] == b"x: 1"
            return
        with pytest.raises(Unfetched, match=reason):
            download.fetch(f"{site.url}/openapi.yaml", permits)
        assert site.asked == []


def test_slow_and_endless_answers_end(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "SECONDS", 0.4)
    begun = time.monotonic()
    assert "takes longer than 0.4 seconds" in refused(site, "/slow")
    assert time.monotonic() - begun < 2
    monkeypatch.setattr(download, "SECONDS", 20.0)
    monkeypatch.setattr(download, "MAX_BYTES", 1_000_000)
    assert "larger than 1 MB" in refused(site, "/endless")


def test_nothing_is_fetched_that_is_not_allowed(site: Site, tmp_path: Path) -> None:
    site.pages["/x.yaml"] = b"x: 1"
    for reach in (Reach(), Reach(urls=(Allowed("http://other.example/"),)), Reach(urls=(Allowed(site.url + "/y"),))):
        with pytest.raises(InputError) as error:
            Library(tmp_path, reach, "always").open_reference(site.url + "/x.yaml", "openapi.yaml")
        assert error.value.finding.code == "ref-refused" and not isinstance(error.value, Unfetched)
    assert site.asked == []


def test_a_document_of_the_web_leads_to_no_file(site: Site, tmp_path: Path) -> None:
    (tmp_path / "local.yaml").write_text("x: 1")
    site.pages["/a/x.yaml"] = b"x: 1"
    library = Library(tmp_path, Reach(urls=(Allowed(site.url, private=True),)), "always")
    url = library.open_tree(site.url + "/a/x.yaml").name
    for reference in ("../local.yaml", "/etc/passwd"):
        with pytest.raises(Unfetched, match="404"):
            library.open_reference(reference, url)
    with pytest.raises(InputError, match="not fetched"):
        library.open_reference("file:///etc/passwd", url)


def test_other_folders_where_the_configuration_names_them(tmp_path: Path) -> None:
    project, shared = tmp_path / "project", tmp_path / "shared"
    for folder in (project, shared):
        folder.mkdir()
    (shared / "a.yaml").write_text("x: 1")
    (shared / "out.yaml").symlink_to(tmp_path / "secret.yaml")
    (tmp_path / "secret.yaml").write_text("x: 2")
    library = Library(project, Reach(folders=(shared,)))
    assert library.open_reference("../shared/a.yaml", "openapi.yaml").name == "../shared/a.yaml"
    for reference in ("../secret.yaml", "../shared/../secret.yaml", "../shared/out.yaml"):
        with pytest.raises(InputError, match="leads out of"):
            library.open_reference(reference, "openapi.yaml")


@pytest.mark.parametrize("url", ["http://[x", "https://", "https://u@a.example/x", "http://a.example:99999/"])
def test_what_is_no_url_is_refused(tmp_path: Path, url: str) -> None:
    library = Library(tmp_path, Reach(urls=(Allowed("http://a.example"),)), "always")
    with pytest.raises(InputError) as error:
        library.open_tree(url)
    assert error.value.finding.code == "ref-refused"


# -- the command


@pytest.fixture
def project(tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    site.pages = {
        "/v1/openapi.yaml": SPEC.encode(),
        "/v1/parts/leaf.yaml": LEAF.encode(),
        "/v1/kind.yaml": b"{type: string, enum: [green, black]}",
    }
    (tmp_path / "specloom.yaml").write_text(
        f"name: tea\nopenapi: ['{site.url}/v1/openapi.yaml']\nallow_urls: ['{site.url}/v1/']\ntargets: [openapi]\n"
    )
    return tmp_path


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_a_project_of_urls_is_fetched_once_and_then_built_without_network(project: Path, site: Site) -> None:
    stale = run("check")
    assert stale.exit_code == 2 and "not-fetched" in stale.output and site.asked == []
    assert run("generate").exit_code == 0
    assert "green" in (project / "output/tea/openapi.yaml").read_text()
    index = json.loads((project / "fetched/urls.json").read_text())
    assert set(index) == {site.url + path for path in site.pages}
    assert sorted(site.asked) == sorted(site.pages)
    site.close()
    assert run("check").exit_code == 0
    assert run("generate").exit_code == 0
    assert run("model").exit_code == 0


def test_fetch_brings_what_changed_and_drops_what_is_no_longer_named(project: Path, site: Site) -> None:
    assert run("fetch").exit_code == 0
    assert run("generate").exit_code == 0
    site.pages["/v1/parts/leaf.yaml"] = b"Leaf: {type: object, properties: {age: {type: integer}}}\n"
    assert run("check").exit_code == 0
    assert run("fetch").exit_code == 0
    assert run("check").exit_code == 1
    assert len(json.loads((project / "fetched/urls.json").read_text())) == 2
    assert not list((project / "fetched").glob("*kind*"))


def test_a_copy_that_was_edited_is_not_read_and_not_overwritten(project: Path) -> None:
    run("generate")
    copy = next((project / "fetched").glob("*leaf.yaml"))
    copy.write_text("Leaf: {type: string}\n")
    changed = run("generate")
    assert changed.exit_code == 2 and "copy-changed" in changed.output
    assert run("fetch").exit_code == 3
    assert run("fetch", "--force").exit_code == 0
    assert run("check").exit_code == 0


def test_a_failed_fetch_ends_the_run(project: Path, site: Site) -> None:
    del site.pages["/v1/kind.yaml"]
    failed = run("generate")
    assert failed.exit_code == 2 and "cannot-fetch" in failed.output and "leaf.yaml:1:" in failed.output
    assert not (project / "output").exists() and not (project / "fetched").exists()


@pytest.mark.parametrize("entry", ["file:///etc", "'https://u:p@a.example/'", "tea", "{private: true}", "[1]"])
def test_an_entry_that_allows_nothing_is_refused(tmp_path: Path, entry: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "specloom.yaml").write_text(f"openapi: [openapi.yaml]\nallow_urls: [{entry}]\n")
    (tmp_path / "openapi.yaml").write_text(SPEC)
    result = run("generate")
    assert result.exit_code == 2 and "[config]" in result.output


def test_a_project_reads_other_folders_that_it_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project, shared = tmp_path / "project", tmp_path / "shared" / "parts"
    for folder in (project, shared):
        folder.mkdir(parents=True)
    (project / "openapi.yaml").write_text(SPEC.replace("parts/leaf", "../shared/parts/leaf"))
    (shared / "leaf.yaml").write_text(LEAF)
    (shared.parent / "kind.yaml").write_text("{type: string, enum: [green, black]}")
    settings = "name: tea\nopenapi: [openapi.yaml]\ntargets: [openapi]\n"
    monkeypatch.chdir(project)
    (project / "specloom.yaml").write_text(settings)
    assert "ref-refused" in run("generate").output
    assert "green" not in (project / "output/tea/openapi.yaml").read_text()
    (project / "specloom.yaml").write_text(settings + "allow_folders: [../shared]\n")
    assert run("generate", "--strict").exit_code == 0
    assert "green" in (project / "output/tea/openapi.yaml").read_text()
