"""A checkpoint comes whole and as published, whatever the server, the network and the disk do."""

import contextlib
import dataclasses
import errno
import hashlib
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from sam2_toolbox.engine.api import model_download, model_files
from sam2_toolbox.engine.api.errors import Cancelled, Code, EngineError
from sam2_toolbox.engine.api.link.connection import Connection
from sam2_toolbox.engine.api.model_download import Listener, download_model
from sam2_toolbox.engine.api.model_files import State, add_model, check, look_at, part_of, remove_model
from sam2_toolbox.engine.api.models import MODELS, model_entry

ROOT = Path(__file__).resolve().parents[2]
DATA = bytes(range(256)) * 4096  # 1 MiB
SUM = hashlib.sha256(DATA).hexdigest()
DIRECT = Connection(proxies={}, patience_s=5.0)


class Server:
    """Serves DATA at /good and with a fault at other paths; ``asked`` are the requests so far."""

    def __init__(self):
        self.asked, self.tag, self.cut_after = [], '"one"', len(DATA) // 3
        self.released = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                outer.asked.append((self.path, dict(self.headers)))
                with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                    getattr(outer, self.path.strip("/").split("/")[0])(self)

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def close(self):
        self.released.set()
        self._server.shutdown()
        self._server.server_close()

    def ranges(self):
        return [headers.get("Range") for _, headers in self.asked]

    @staticmethod
    def _send(handler, status, body, **headers):
        handler.send_response(status)
        for name, value in {"Content-Length": len(body), **headers}.items():
            handler.send_header(name.replace("_", "-"), str(value))
        handler.end_headers()
        handler.wfile.write(body)

    def good(self, handler, data=DATA):
        start = re.fullmatch(r"bytes=(\d+)-", handler.headers.get("Range", ""))
        same = handler.headers.get("If-Range") in (None, self.tag)
        if start and same:
            first = int(start[1])
            where = f"bytes {first}-{len(data) - 1}/{len(data)}"
            self._send(handler, 206, data[first:], Content_Range=where, ETag=self.tag)
        else:
            self._send(handler, 200, data, ETag=self.tag)

    def no_range(self, handler):
        self._send(handler, 200, DATA)

    def cut(self, handler):
        """Every answer ends early."""
        start = re.fullmatch(r"bytes=(\d+)-", handler.headers.get("Range", ""))
        first = int(start[1]) if start else 0
        handler.send_response(206 if start else 200)
        handler.send_header("Content-Length", str(len(DATA) - first))
        if start:
            handler.send_header("Content-Range", f"bytes {first}-{len(DATA) - 1}/{len(DATA)}")
        handler.send_header("ETag", self.tag)
        handler.end_headers()
        handler.wfile.write(DATA[first : first + self.cut_after])
        handler.close_connection = True

    def cut_without_length(self, handler):
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(DATA[:1000])
        handler.close_connection = True

    def slow(self, handler):
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(DATA)))
        handler.end_headers()
        handler.wfile.write(DATA[:100_000])
        handler.wfile.flush()
        self.released.wait(30)

    def silent(self, handler):
        self.released.wait(30)

    def wrong(self, handler):
        self.good(handler, DATA[:-1] + b"!")

    def short(self, handler):
        self._send(handler, 200, DATA[:-1])

    def long(self, handler):
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(DATA + b"more")

    def page(self, handler):
        self._send(handler, 200, b"<html>Please sign in", Content_Type="text/html; charset=utf-8")

    def gone(self, handler):
        self._send(handler, 404, b"no")

    def broken(self, handler):
        self._send(handler, 503, b"later")

    def moved(self, handler):
        self._send(handler, 308, b"", Location="/good/x")

    def moved_away(self, handler):
        self._send(handler, 302, b"", Location="file:///etc/passwd")

    def unasked(self, handler):
        self._send(handler, 206, DATA[5:], Content_Range=f"bytes 5-{len(DATA) - 1}/{len(DATA)}")

    def circle(self, handler):
        self._send(handler, 302, b"", Location="/circle")


@pytest.fixture
def server():
    server = Server()
    yield server
    server.close()


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("SAM2_TOOLBOX_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(model_download, "_WAIT_S", 0.01)
    return tmp_path / "home"


@pytest.fixture
def entry(server):
    """``entry("good", "cut")``: a model whose file is at these paths of the server."""

    def entry(*paths, **changes):
        addresses = tuple(f"{server.url}/{path}" for path in paths)
        known = {"size": len(DATA), "sha256": SUM, "addresses": addresses, **changes}
        return dataclasses.replace(model_entry("sam2.1_hiera_tiny"), **known)

    return entry


class Heard:
    def __init__(self, cancel_when=lambda heard: False):
        self.progress, self.said = [], []
        self._cancel_when = cancel_when
        self.listener = Listener(lambda *done: self.progress.append(done), self.said.append, self._check)

    def _check(self):
        if self._cancel_when(self):
            raise Cancelled


def files(home):
    """What lies in the model folder, hidden files aside."""
    return sorted(path.name for path in (home / "models").iterdir() if not path.name.startswith("."))


def refused(entry, code=Code.MODEL_MISSING, connection=DIRECT):
    with pytest.raises(EngineError) as refusal:
        download_model(entry, connection)
    assert refusal.value.code is code, refusal.value.message
    assert refusal.value.message.endswith(".")
    return refusal.value.message


NAME = "sam2.1_hiera_tiny.pt"


def test_it_arrives_whole(server, entry, home):
    heard = Heard()
    path = download_model(entry("good"), DIRECT, heard.listener)
    assert path == home / "models" / NAME
    assert path.read_bytes() == DATA
    assert files(home) == [NAME]
    assert heard.progress[-1] == (len(DATA), len(DATA))
    assert look_at(entry("good")).state is State.DOWNLOADED


def test_nothing_but_the_request_is_sent(server, entry):
    download_model(entry("good"), DIRECT)
    ((path, headers),) = server.asked
    assert path == "/good"
    assert {name.lower() for name in headers} <= {
        "host", "user-agent", "accept-encoding", "connection"
    }  # fmt: skip
    assert headers["User-Agent"] == "SAM2-Toolbox"


def test_what_is_there_is_not_downloaded_again(server, entry):
    download_model(entry("good"), DIRECT)
    download_model(entry("good"), DIRECT)
    assert len(server.asked) == 1


def test_cut_in_the_middle_it_goes_on_from_there(server, entry, home):
    download_model(entry("cut"), DIRECT)
    assert (home / "models" / NAME).read_bytes() == DATA
    third = len(DATA) // 3
    assert server.ranges() == [None, f"bytes={third}-", f"bytes={2 * third}-", f"bytes={3 * third}-"]
    assert server.asked[1][1]["If-Range"] == '"one"'


def test_cut_for_good_the_next_address_goes_on(server, entry, home):
    server.cut_after = 0
    half = part_of(model_files.model_path(entry()))
    half.parent.mkdir(parents=True)
    half.write_bytes(DATA[:5000])
    download_model(entry("cut", "good"), DIRECT)
    assert (home / "models" / NAME).read_bytes() == DATA
    assert server.asked[-1][0] == "/good"
    assert server.ranges()[-1] == "bytes=5000-"


def test_an_end_that_nobody_announced_is_no_whole_file(server, entry, home):
    assert "breaks off after 0.0 of 1.0 MB" in refused(entry("cut_without_length"))
    assert NAME not in files(home)


def test_a_server_without_ranges_sends_all_of_it_again(server, entry, home):
    half = part_of(model_files.model_path(entry()))
    half.parent.mkdir(parents=True)
    half.write_bytes(DATA[:5000])
    download_model(entry("no_range"), DIRECT)
    assert (home / "models" / NAME).read_bytes() == DATA
    assert server.ranges() == ["bytes=5000-"]


def test_a_file_changed_meanwhile_is_begun_again(server, entry, home):
    heard = Heard(lambda heard: bool(heard.progress))
    server.cut_after = 7000
    with pytest.raises(Cancelled):
        download_model(entry("cut"), DIRECT, heard.listener)
    server.tag, server.cut = '"two"', server.good
    download_model(entry("cut"), DIRECT)
    assert server.asked[-1][1]["If-Range"] == '"one"'
    assert server.asked[-1][1]["Range"] == "bytes=7000-"
    assert (home / "models" / NAME).read_bytes() == DATA
    assert len(server.asked) == 2


def test_a_spoilt_part_is_thrown_away_once(server, entry, home):
    half = part_of(model_files.model_path(entry()))
    half.parent.mkdir(parents=True)
    half.write_bytes(b"not the beginning of it")
    download_model(entry("good"), DIRECT)
    assert (home / "models" / NAME).read_bytes() == DATA
    assert server.ranges() == ["bytes=23-", None]


def test_another_file_put_there_during_a_break_is_noticed(server, entry, home):
    """The server says nothing of what state it has: only the sum tells, and then all of it is asked again."""
    first = []

    def changing(handler):
        if not first:
            first.append(1)
            handler.send_response(200)
            handler.send_header("Content-Length", str(len(DATA)))
            handler.end_headers()
            handler.wfile.write(b"old" * 1000)
            handler.close_connection = True
        else:
            server.good(handler)

    server.changing = changing
    download_model(entry("changing"), DIRECT)
    assert (home / "models" / NAME).read_bytes() == DATA
    assert server.ranges() == [None, "bytes=3000-", None]


def test_a_part_that_is_too_long_is_none(server, entry, home):
    half = part_of(model_files.model_path(entry()))
    half.parent.mkdir(parents=True)
    half.write_bytes(DATA + DATA)
    download_model(entry("good"), DIRECT)
    assert server.ranges() == [None]


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("wrong", "the SHA-256 differs"),
        ("short", f"it offers {len(DATA) - 1} bytes instead of {len(DATA)}."),
        ("long", f"it sends more than the {len(DATA)} bytes"),
        ("page", "it offers 20 bytes instead of 1048576, a web page it seems"),
        ("gone", "it answers 404 (Not Found)"),
        ("broken", "it answers 503 (Service Unavailable)"),
        ("moved_away", "it answers 302"),
        ("circle", "it answers 302"),
        ("unasked", "it answers with a part that nobody asked for"),
    ],
)
def test_what_is_not_the_published_file_is_refused(server, entry, home, path, sentence):
    message = refused(entry(path))
    assert "127.0.0.1: " in message
    assert sentence in message
    assert NAME not in files(home)
    assert "add it from the file" in message


def test_the_next_address_is_asked_when_one_lies(server, entry, home):
    heard = Heard()
    download_model(entry("wrong", "gone", "moved"), DIRECT, heard.listener)
    assert (home / "models" / NAME).read_bytes() == DATA
    assert [path for path, _ in server.asked] == ["/wrong", "/gone", "/moved", "/good/x"]
    assert sum("is not to be had from 127.0.0.1" in sentence for sentence in heard.said) == 2


def test_a_mirror_is_asked_first(server, entry):
    download_model(entry("gone"), DIRECT, mirror=f"{server.url}/good/")
    assert [path for path, _ in server.asked] == [f"/good/{NAME}"]


@pytest.mark.parametrize("path", ["slow", "silent"])
def test_a_silent_server_is_left_alone(server, entry, path):
    message = refused(entry(path), connection=Connection(proxies={}, patience_s=0.2))
    assert "it was silent for 0.2 s" in message


@pytest.mark.parametrize("path", ["slow", "silent"])
def test_cancelling_does_not_wait_for_the_server(server, entry, home, path):
    """The server stays silent for half a minute; the test would be seen to hang."""
    heard = Heard(lambda heard: bool(server.asked) and (path == "silent" or bool(heard.progress)))
    with pytest.raises(Cancelled):
        download_model(entry(path), DIRECT, heard.listener)
    assert not server.released.is_set()
    # Whoever comes next need not wait either.
    download_model(entry("good"), DIRECT)
    assert (home / "models" / NAME).read_bytes() == DATA


def test_nobody_there(entry, server):
    server.close()
    assert "the connection fails (Connection refused)" in refused(entry("good"))


def test_a_name_that_does_not_exist(entry):
    message = refused(entry(addresses=("http://no-such-host.invalid/a/b.pt",)))
    assert "no-such-host.invalid: the connection fails" in message


def test_a_proxy_is_used_and_its_password_is_not_told(server, entry):
    """A proxy for HTTP is asked for the whole address; this one is the server itself."""
    proxy = server.url.replace("http://", "http://anna:secret@")
    entry = dataclasses.replace(entry(), addresses=("http://far.invalid/good",))
    connection = Connection(proxies={"http": proxy}, patience_s=5.0)
    setattr(server, "http:", server.gone)
    message = refused(entry, connection=connection)
    assert server.asked[0][0] == "http://far.invalid/good"
    assert server.asked[0][1]["Proxy-Authorization"].startswith("Basic ")
    assert "far.invalid: it answers 404" in message
    assert "secret" not in message


def test_a_proxy_that_refuses_is_said(server, entry):
    entry = dataclasses.replace(entry(), addresses=("https://far.invalid/good",))
    message = refused(entry, connection=Connection(proxies={"https": server.url}, patience_s=5.0))
    assert "far.invalid: the proxy refuses (501 Unsupported method" in message  # CONNECT


def test_a_certificate_nobody_knows_is_refused(entry, tls):
    address = f"https://localhost:{tls.port}/good"
    message = refused(dataclasses.replace(entry(), addresses=(address,)))
    assert "localhost: its certificate is not trusted" in message
    assert tls.asked == []


def test_a_certificate_one_is_told_of_is_trusted(entry, tls, home):
    address = f"https://localhost:{tls.port}/good"
    connection = Connection(proxies={}, certificates=tls.certificate, patience_s=5.0)
    download_model(dataclasses.replace(entry(), addresses=(address,)), connection)
    assert (home / "models" / NAME).read_bytes() == DATA


def test_from_https_nothing_leads_to_http(server, entry, tls):
    tls.leads_to = f"{server.url}/good"
    entry = dataclasses.replace(entry(), addresses=(f"https://localhost:{tls.port}/moved",))
    connection = Connection(proxies={}, certificates=tls.certificate, patience_s=5.0)
    assert "it leads to http://127.0.0.1, which is not safe" in refused(entry, connection=connection)
    assert server.asked == []


@pytest.fixture
def tls(tmp_path):
    """A server with a certificate of its own making."""
    import shutil
    import ssl

    if shutil.which("openssl") is None:
        pytest.skip("no openssl to make a certificate with")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    command += ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    subprocess.run([*command, "-keyout", key, "-out", certificate], check=True, capture_output=True)

    class Tls:
        asked, leads_to = [], ""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            Tls.asked.append(self.path)
            if self.path == "/moved":
                Server._send(self, 302, b"", Location=Tls.leads_to)
            else:
                Server._send(self, 200, DATA)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *_: None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Tls.port, Tls.certificate = server.server_port, certificate.read_text()
    yield Tls
    server.shutdown()
    server.server_close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_said(server, entry, home):
    part = part_of(model_files.model_path(entry()))
    part.parent.mkdir(parents=True)
    part.symlink_to("/dev/full")
    message = refused(entry("good"), Code.OUTPUT_FAILED)
    assert os.strerror(errno.ENOSPC) in message
    assert "MB are free there" in message
    assert not (home / "models" / NAME).exists()


def test_room_is_asked_for_before(server, entry, monkeypatch):
    usage = type("Usage", (), {"free": 1000})
    monkeypatch.setattr(model_download.shutil, "disk_usage", lambda path: usage)
    assert "needs 1 MB more" in refused(entry("good"), Code.OUTPUT_FAILED)
    assert server.asked == []


@pytest.mark.skipif(sys.platform == "win32", reason="rights work otherwise there")
def test_a_folder_that_cannot_be_made_is_said(entry, home):
    home.write_text("a file where a folder should be")
    assert str(home) in refused(entry("good"), Code.OUTPUT_FAILED)


CHILD = """
import dataclasses, json, sys
sys.path.insert(0, {scripts!r})
from checkout import load_package
load_package()
from sam2_toolbox.engine.api import model_download
from sam2_toolbox.engine.api.link.connection import Connection
from sam2_toolbox.engine.api.models import model_entry
model_download._WAIT_S = 0.01
entry = dataclasses.replace(model_entry("sam2.1_hiera_tiny"), **json.loads(sys.argv[1]))
listener = model_download.Listener(say=lambda sentence: print(sentence, flush=True))
print(model_download.download_model(entry, Connection(proxies={{}}), listener), flush=True)
"""


def child(entry):
    known = {"size": entry.size, "sha256": entry.sha256, "addresses": entry.addresses}
    code = CHILD.format(scripts=str(ROOT / "scripts"))
    return subprocess.Popen(
        [sys.executable, "-P", "-c", code, json.dumps(known)] if sys.version_info >= (3, 11)
        else [sys.executable, "-c", code, json.dumps(known)],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_two_processes_download_once(server, entry, home):
    gate = server.released

    def gated(handler):
        gate.wait(30)
        server.good(handler)

    server.gated = gated
    children = [child(entry("gated")) for _ in range(2)]
    deadline = time.monotonic() + 30
    while not server.asked and time.monotonic() < deadline:
        time.sleep(0.01)
    gate.set()
    said = [each.communicate(timeout=30)[0] for each in children]
    assert [each.returncode for each in children] == [0, 0]
    assert (home / "models" / NAME).read_bytes() == DATA
    assert len(server.asked) == 1
    assert all(text.strip().endswith(NAME) for text in said)


@pytest.fixture
def held(home):
    """Another process works on the checkpoint."""
    (home / "models").mkdir(parents=True)
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT / 'scripts')!r})\n"
        "from checkout import load_package; load_package()\n"
        "from pathlib import Path\n"
        "from sam2_toolbox.engine.api.file_lock import locked\n"
        "with locked(Path(sys.argv[1]), lambda: None, lambda: None):\n"
        "    print('held', flush=True); sys.stdin.read()"
    )
    lock = model_files.lock_of(home / "models" / NAME)
    command = [sys.executable, "-c", code, str(lock)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd="/")
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_while_another_process_downloads_one_waits_and_may_stop_waiting(server, entry, held):
    heard = Heard(lambda heard: bool(heard.said))
    with pytest.raises(Cancelled):
        download_model(entry("good"), DIRECT, heard.listener)
    assert heard.said == ["Another QGIS or script downloads SAM 2.1 Hiera tiny; waiting for it."]
    assert server.asked == []


def test_what_another_process_writes_is_not_removed(entry, held):
    with pytest.raises(EngineError, match="is being written by another QGIS or script"):
        remove_model(entry())


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_the_lock_of_a_killed_process_is_free(server, entry, held, home):
    held.kill()
    held.wait()
    download_model(entry("good"), DIRECT)
    assert (home / "models" / NAME).read_bytes() == DATA


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_killed_it_goes_on(server, entry, home):
    process = child(entry("slow"))
    part = part_of(model_files.model_path(entry()))
    deadline = time.monotonic() + 30
    while not (part.exists() and part.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    size = part.stat().st_size
    assert not (home / "models" / NAME).exists()
    assert look_at(entry()).state is State.PARTIAL
    download_model(entry("good"), DIRECT)
    assert (home / "models" / NAME).read_bytes() == DATA
    assert server.ranges()[-1] == f"bytes={size}-"


class TestFiles:
    @pytest.fixture
    def known(self, monkeypatch, entry):
        """The registry with one small model in the place of Meta's."""
        monkeypatch.setattr(model_files, "MODELS", (entry("good"),))
        return entry("good")

    def test_a_file_is_added_under_its_right_name(self, known, tmp_path, home):
        (tmp_path / "from a friend.bin").write_bytes(DATA)
        seen = []
        assert add_model(tmp_path / "from a friend.bin", lambda *done: seen.append(done)) == known
        assert (home / "models" / NAME).read_bytes() == DATA
        assert files(home) == [NAME]
        assert seen[-1] == (2 * len(DATA), 2 * len(DATA))
        assert look_at(known).state is State.DOWNLOADED

    def test_the_file_that_is_there_already_is_added_as_it_is(self, known, home):
        path = model_files.model_path(known)
        path.parent.mkdir(parents=True)
        path.write_bytes(DATA)
        assert look_at(known).state is State.UNCHECKED
        add_model(path)
        assert look_at(known).state is State.DOWNLOADED

    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (DATA[:-1], "is none of Meta's"),
            (DATA[:-1] + b"!", "but another SHA-256"),
            (b"", "is none of Meta's"),
        ],
    )
    def test_another_file_is_refused(self, known, tmp_path, home, data, words):
        (tmp_path / "other.pt").write_bytes(data)
        with pytest.raises(EngineError, match=words) as refusal:
            add_model(tmp_path / "other.pt")
        assert refusal.value.code is Code.MODEL_INVALID
        assert "CHECKPOINT" in refusal.value.message
        assert not (home / "models").exists()

    def test_no_file_is_said(self, known, tmp_path):
        with pytest.raises(EngineError, match="There is no file"):
            add_model(tmp_path / "nowhere.pt")

    def test_an_adding_that_is_cancelled_leaves_nothing(self, known, tmp_path, home):
        (tmp_path / "a.pt").write_bytes(DATA)
        calls = iter(range(100))

        def stop():
            if next(calls) > 0:
                raise Cancelled

        with pytest.raises(Cancelled):
            add_model(tmp_path / "a.pt", check_cancelled=stop)
        assert files(home) == []

    def test_what_was_tampered_with_is_seen(self, known, home):
        path = download_model(known, DIRECT)
        path.write_bytes(DATA[:-1] + b"!")
        os.utime(path, ns=(1, 1))
        assert look_at(known).state is State.UNCHECKED
        assert check(known).state is State.DAMAGED
        assert look_at(known).state is State.DAMAGED
        path.write_bytes(DATA[:100])
        assert look_at(known).state is State.DAMAGED
        download_model(known, DIRECT)
        assert look_at(known).state is State.DOWNLOADED

    def test_removing_takes_everything_of_it(self, known, home):
        path = download_model(known, DIRECT)
        part_of(path).write_bytes(b"12345")
        (home / "models" / "mine.pt").write_bytes(b"mine")
        assert remove_model(known) == len(DATA) + 5
        assert files(home) == ["mine.pt"]
        assert look_at(known).state is State.MISSING
        assert remove_model(known) == 0

    @pytest.mark.parametrize("work", [remove_model, download_model])
    def test_the_bundled_model_stays_as_it_is(self, work):
        with pytest.raises(EngineError, match="comes with the plugin"):
            work(model_entry("pico"))

    @pytest.mark.parametrize("text", ["", "[]", "{", '{"sha256": 3}', "[" * 9999])
    def test_what_was_known_may_be_damaged(self, known, home, text):
        download_model(known, DIRECT)
        (home / "models" / f".{NAME}.checked").write_text(text)
        assert look_at(known).state is State.UNCHECKED


class TestCommandLine:
    def run(self, *arguments, **variables):
        command = [sys.executable, str(ROOT / "scripts" / "models.py"), *map(str, arguments)]
        environment = {**os.environ, **variables}
        return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)

    def test_it_lists_what_there_is(self, home):
        (home / "models").mkdir(parents=True)
        (home / "models" / NAME).write_bytes(b"cut off")
        done = self.run("list")
        states = {line.split()[0]: line for line in done.stdout.splitlines()}
        assert set(states) == {entry.id for entry in MODELS}
        assert states["sam2.1_hiera_tiny"].endswith("damaged")
        assert "156 MB" in states["sam2.1_hiera_tiny"]

    def test_it_refuses_in_a_sentence(self, tmp_path):
        (tmp_path / "a.pt").write_bytes(b"x")
        for arguments in (("download", "sam3"), ("add", tmp_path / "a.pt"), ("remove", "pico")):
            done = self.run(*arguments)
            assert (done.returncode, done.stdout) == (1, "")
            assert done.stderr.endswith(".\n")
            assert "Traceback" not in done.stderr

    def test_it_asks_a_mirror_first_and_believes_nothing(self, server, home):
        """What the server has is not Meta's; its size says so before anything is written. As a proxy the
        server refuses, so that Meta's own server is not asked."""
        mirror = f"{server.url}/good"
        done = self.run("download", "sam2.1_hiera_tiny", "--mirror", mirror, https_proxy=server.url)
        assert done.returncode == 1
        assert "127.0.0.1: it offers 1048576 bytes instead of 156008466" in done.stderr
        assert files(home) == []


def test_every_model_of_metas_has_a_published_sum_and_two_addresses():
    for entry in MODELS:
        if not entry.bundled:
            assert re.fullmatch("[0-9a-f]{64}", entry.sha256)
            assert entry.size > 100_000_000
            assert len(entry.addresses) == 2
            assert all(
                a.startswith("https://") and a.endswith(f"/{entry.checkpoint}") for a in entry.addresses
            )
    others = [entry for entry in MODELS if not entry.bundled]
    assert len({entry.sha256 for entry in others}) == len({entry.size for entry in others}) == 8
