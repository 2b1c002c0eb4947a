"""An OpenAI-compatible server on this machine that behaves, or misbehaves, as a test says. Real sockets, real HTTP."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Reply:
    """What the server does with one call.

    Attributes:
        text: What the model writes.
        status: The status.
        body: The whole body in its place, as it is.
        headers: More headers.
        wait: Seconds before it answers.
        drip: Seconds between two bytes.
        cut: Whether it closes the connection half way.
        tokens: What it says all of it took; None: it says nothing.
        unended: Whether a stream closes properly, before the answer has ended.
    """

    text: str = ""
    status: int = 200
    body: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)
    wait: float = 0.0
    drip: float = 0.0
    cut: bool = False
    tokens: int | None = 100
    unended: bool = False

    def streamed(self) -> bytes:
        """Return the body as a stream of events, some signs of the answer in each."""
        pieces = [self.text[at : at + 40] for at in range(0, len(self.text), 40)] or [""]
        events: list[dict[str, Any]] = [
            {"id": "x", "object": "chat.completion.chunk", "choices": [{"index": 0, "delta": {"content": piece}}]}
            for piece in pieces
        ]
        if self.unended:
            events = events[: len(events) // 2 + 1]
        else:
            events.append({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
        if self.tokens is not None and not self.unended:
            events.append({"choices": [], "usage": {"prompt_tokens": self.tokens, "completion_tokens": 10, "total_tokens": 0}})
        lines = [f"data: {json.dumps(event)}\n\n" for event in events] + ([] if self.unended else ["data: [DONE]\n\n"])
        return "".join(lines).encode()

    def encoded(self, *, stream: bool = False) -> bytes:
        """Return the body."""
        if stream and self.body is None and self.status == 200:
            return self.streamed()
        if self.body is not None:
            return self.body
        if self.status != 200:
            return json.dumps({"error": {"message": self.text, "type": "server_error"}}).encode()
        reply: dict[str, Any] = {"id": "x", "object": "chat.completion", "created": 0, "model": "tiny"}
        reply["choices"] = [{"index": 0, "message": {"role": "assistant", "content": self.text}, "finish_reason": "stop"}]
        if self.tokens is not None:
            reply["usage"] = {"prompt_tokens": 0, "completion_tokens": self.tokens, "total_tokens": self.tokens}
        return json.dumps(reply).encode()


@dataclass
class Server:
    """A running server.

    Attributes:
        url: Its address, as `--base-url` takes it.
        calls: What it was asked, in order.
        keys: The key of each call.
        most_at_once: How many calls it had at once.
    """

    url: str = ""
    calls: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    most_at_once: int = 0
    now: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


def data_of(call: dict[str, Any]) -> dict[str, Any]:
    """Return what a call holds between its two lines: passages and sentence."""
    lines = call["messages"][1]["content"].split("\n")
    marks = [at for at, line in enumerate(lines) if line.startswith("=== data ") and line.endswith(" ===")]
    assert len(marks) == 2
    assert lines[marks[0]] == lines[marks[1]]
    data: dict[str, Any] = json.loads("\n".join(lines[marks[0] + 1 : marks[1]]))
    return data


def answer(kind: str, sure: float = 0.97, words: str = "") -> str:
    """Return an answer in the form that is asked for."""
    return json.dumps({"answer": kind, "sure": sure, "words": words})


@contextmanager
def serving(behave: Callable[[dict[str, Any], int], Reply]) -> Iterator[Server]:
    """Run a server.

    Args:
        behave: Call and its number, from 0 -> what to do with it.
    """
    server = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            call = json.loads(self.rfile.read(int(self.headers["content-length"])))
            with server.lock:
                number = len(server.calls)
                server.calls.append(call)
                server.keys.append(self.headers.get("authorization", "").removeprefix("Bearer "))
                server.now += 1
                server.most_at_once = max(server.most_at_once, server.now)
            try:
                self._send(behave(call, number), stream=bool(call.get("stream")))
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True
            finally:
                with server.lock:
                    server.now -= 1

        def _send(self, reply: Reply, *, stream: bool) -> None:
            time.sleep(reply.wait)
            body = reply.encoded(stream=stream)
            self.send_response(reply.status)
            for name, value in {"content-type": "application/json", "content-length": str(len(body)), **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            if reply.cut:
                self.wfile.write(body[: len(body) // 2])
                self.wfile.flush()
                self.close_connection = True
            elif reply.drip:
                for at in range(len(body)):
                    self.wfile.write(body[at : at + 1])
                    self.wfile.flush()
                    time.sleep(reply.drip)
            else:
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- its name in the base class
            """Say nothing."""

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listening.daemon_threads = True
    server.url = f"http://127.0.0.1:{listening.server_address[1]}/v1"
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        listening.shutdown()
        thread.join()
        listening.server_close()
