"""A package index of one's own, with faults, and tiny wheels to put into it."""

import base64
import hashlib
import http.server
import shutil
import socket
import ssl
import subprocess
import threading
import zipfile
from pathlib import Path

import pytest


def write_wheel(folder: Path, name: str, version: str, size: int = 0, requires: tuple = ()) -> Path:
    """A wheel that brings one module of the package's name, with ``size`` bytes that do not compress."""
    info = f"{name}-{version}.dist-info"
    needs = "".join(f"Requires-Dist: {need}\n" for need in requires)
    files = {
        f"{name}.py": f'__version__ = "{version}"\n',
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{needs}",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    if size:
        filling = hashlib.shake_128(name.encode()).hexdigest(size // 2)
        files[f"{name}_filling.txt"] = filling
    record = "".join(f"{path},{_sum(text)},{len(text)}\n" for path, text in files.items())
    files[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for inside, text in files.items():
            wheel.writestr(inside, text)
    return path


def _sum(text: str) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest())
    return f"sha256={digest.decode().rstrip('=')}"


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


class PackageIndex:
    """Serves a folder of wheels on the loopback as a simple index, as well or as badly as it is told."""

    def __init__(self, folder: Path, certificate=None):
        self.folder = folder
        self.cut = ""  # part of the names of files that break off
        self.silent = ""  # part of the names of files that stop coming, with the connection open
        self.status = 0  # what it answers to everything, unless 0
        self.forged = False
        self.asked = []
        self._closing = threading.Event()
        index = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                index.answer(self)

            do_HEAD = do_GET  # noqa: N815

            def do_CONNECT(self):
                index.asked.append((self.command, self.path))
                self.send_error(407, "Proxy Authentication Required")

            def log_message(self, *arguments):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        scheme = "http"
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
            scheme = "https"
        self.address = f"{scheme}://localhost:{self.server.server_port}"
        self.url = f"{self.address}/simple"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, request):
        self.asked.append((request.command, request.path))
        if request.path.startswith("http://"):  # as a proxy
            request.send_error(407, "Proxy Authentication Required")
            return
        if self.status:
            request.send_error(self.status)
            return
        *_, last = [part for part in request.path.split("/") if part]
        if request.path.startswith("/simple/"):
            wheels = sorted(self.folder.glob(f"{last.replace('-', '_')}-*"))
            links = "".join(
                f'<a href="/files/{wheel.name}#sha256={sha256(wheel)}">{wheel.name}</a>\n' for wheel in wheels
            )
            self.send(request, f"<!DOCTYPE html><html><body>\n{links}</body></html>".encode(), "text/html")
            return
        content = (self.folder / last).read_bytes()
        if self.forged:
            content = content[:-30] + bytes(30)
        self.send(request, content, "application/octet-stream", part=last)

    def send(self, request, content, kind, part=""):
        request.send_response(200)
        request.send_header("Content-Type", kind)
        if kind != "text/html":
            request.send_header("Cache-Control", "max-age=365000000, immutable, public")
        request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        if request.command == "HEAD":
            return
        cut, silent = (bool(fault) and fault in part for fault in (self.cut, self.silent))
        request.wfile.write(content[: len(content) // 2] if cut or silent else content)
        if silent:
            request.wfile.flush()
            self._closing.wait(60)

    def close(self):
        self._closing.set()
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def make_wheel():
    return write_wheel


@pytest.fixture
def make_index():
    made = []

    def make(folder, certificate=None):
        made.append(PackageIndex(folder, certificate))
        return made[-1]

    yield make
    for index in made:
        index.close()


@pytest.fixture
def closed_port():
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        yield holder.getsockname()[1]


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    """A server's certificate for localhost with its key (PEM). Who has signed it is in authority.pem
    beside it, and nobody trusts that one."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not there to make a certificate")
    folder = tmp_path_factory.mktemp("certificate")
    (folder / "names").write_text("subjectAltName=DNS:localhost\n")
    for arguments in (
        "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=nobody -keyout authority.key -out authority.pem",
        "req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout server.key -out server.csr",
        "x509 -req -in server.csr -CA authority.pem -CAkey authority.key -CAcreateserial -days 2 "
        "-extfile names -out server.pem",
    ):
        subprocess.run([openssl, *arguments.split()], cwd=folder, check=True, capture_output=True)
    both = folder / "both.pem"
    both.write_bytes((folder / "server.key").read_bytes() + (folder / "server.pem").read_bytes())
    return both
