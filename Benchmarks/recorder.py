"""Writes down what a command sends to each server of a cluster."""

import re
import socket
import struct
import threading

from peers import Server, read_exactly

ADDRESS = re.compile(rb'127\.0\.0\.1:\d{5}(?!\d)')


class Relay(Server):
    """Stands in front of one server, and keeps what clients send to it."""

    def __init__(self, target, rewrite=None):
        self.target, self.rewrite, self.requests = target, rewrite, []

    def serve(self, connection):
        host, port = self.target.rsplit(':', 1)
        with socket.create_connection((host, int(port))) as server:
            threading.Thread(target=self.answer, args=(server, connection), daemon=True).start()
            while data := connection.recv(1 << 18):
                self.requests.append(data)
                server.sendall(data)

    def answer(self, server, connection):
        try:
            while self.rewrite:
                head = read_exactly(server, 4)
                connection.sendall(head + self.rewrite(read_exactly(server, struct.unpack('>I', head)[0])))
            while data := server.recv(1 << 18):
                connection.sendall(data)
        except OSError:
            pass


class Recorder:
    """A way into a cluster that leads over relays: the name server names those of the brokers in their place.

    All ports have five digits, so that frames keep their lengths.
    """

    def __init__(self, name_server):
        self.name_server = Relay(name_server, self.rewrite)
        self.brokers, self.lock = {}, threading.Lock()

    def rewrite(self, response):
        return ADDRESS.sub(lambda found: self.relay(found[0].decode()).address.encode(), response)

    def relay(self, broker):
        with self.lock:
            if broker not in self.brokers:
                self.brokers[broker] = Relay(broker)
                self.brokers[broker].__enter__()
            return self.brokers[broker]

    def __enter__(self):
        self.name_server.__enter__()
        return self

    def __exit__(self, *_):
        for relay in [self.name_server, *self.brokers.values()]:
            relay.__exit__()

    def plan(self, folder):
        """A file that `replay` understands: every server, and the file with its requests."""
        lines = []
        for relay in [self.name_server, *self.brokers.values()]:
            path = folder / relay.target.replace(':', '-')
            path.write_bytes(b''.join(relay.requests))
            if relay.requests:
                lines.append(f'{relay.target} {path}\n')
        (folder / 'plan').write_text(''.join(lines))
        return str(folder / 'plan')
