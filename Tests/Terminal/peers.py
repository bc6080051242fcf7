"""Servers that the tests of the shell need: the sandbox, a proxy before it that can fall silent, a port that is dead."""

import contextlib
import os
import select
import socket
import subprocess
import threading

BINARY = os.environ.get('MQADMIN', '.build/debug/mqadmin')


@contextlib.contextmanager
def sandbox(*arguments):
    """The address of the name server of a cluster that ends with the block."""
    process = subprocess.Popen([BINARY, 'sandbox', '--port', '0', *arguments], stdout=subprocess.PIPE, text=True)
    try:
        yield process.stdout.readline().strip().removeprefix('NAMESRV_ADDR=')
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


class Proxy:
    """Stands before a name server: counts connections, and can be silent, or gone."""

    def __init__(self, target=None):
        self.target = target
        self.accepted = 0
        self.silent = threading.Event()
        self.listener, self.address, self.sockets = None, None, []
        self.open()

    def open(self):
        port = int(self.address.rpartition(':')[2]) if self.address else 0
        self.listener = socket.socket()
        self.listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.listener.bind(('127.0.0.1', port))
        self.listener.listen()
        self.address = '127.0.0.1:%d' % self.listener.getsockname()[1]
        threading.Thread(target=self.serve, args=(self.listener,), daemon=True).start()

    def close(self):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        for each in self.sockets:
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        self.sockets = []

    def serve(self, listener):
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            self.accepted += 1
            self.sockets.append(client)
            if self.target:
                host, _, port = self.target.rpartition(':')
                server = socket.create_connection((host, int(port)))
                self.sockets.append(server)
                threading.Thread(target=self.pump, args=(client, server), daemon=True).start()

    def pump(self, client, server):
        with contextlib.suppress(OSError):
            while True:
                for source in select.select([client, server], [], [])[0]:
                    data = source.recv(1 << 16)
                    if not data:
                        raise OSError
                    if source is server:
                        while self.silent.is_set():
                            threading.Event().wait(0.02)
                    (server if source is client else client).sendall(data)
        for each in (client, server):
            each.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
