"""The processes of a test of real clients: a sandbox, and clients in processes of their own."""

import contextlib
import json
import os
import pathlib
import queue
import socket
import struct
import subprocess
import sys
import threading
import time

BINARY = os.environ.get('MQADMIN', '.build/debug/mqadmin')
WORKER = str(pathlib.Path(__file__).with_name('worker.py'))
# What every queue of a test begins with: a new group begins with the first message of a queue only if there is one.
SEED = 'seed'
PATIENCE = float(os.environ.get('PATIENCE', '60'))


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


def wait_for(condition, what, patience=PATIENCE):
    """The first true value of `condition`."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if value := condition():
            return value
        time.sleep(0.02)
    raise AssertionError(f'{what} did not come about in {patience:g} s')


class Client:
    """A worker: what it was told to do, and the messages that it got."""

    def __init__(self, names, home):
        # The library logs into the home folder, and keeps the offsets of broadcasts there.
        self.process = subprocess.Popen(
            [sys.executable, '-B', WORKER, names], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, env={**os.environ, 'HOME': home}, text=True)
        self.answers, self.got, self.trouble = queue.Queue(), [], []
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        for line in self.process.stdout:
            # A killed process may end in the middle of a line.
            if not line.endswith('\n'):
                continue
            if not line.startswith('{'):
                at, queue_id, offset, body = line.split()
                self.got.append({'at': float(at), 'queue': int(queue_id), 'offset': int(offset), 'body': body})
                continue
            said = json.loads(line)
            if 'got' in said:
                self.got.append(said['got'])
            elif 'again' in said:
                self.trouble.append(said['again'])
            else:
                self.answers.put(said)

    def begin(self, do, **more):
        self.process.stdin.write(json.dumps({'do': do, **more}) + '\n')
        self.process.stdin.flush()

    def end(self):
        return self.answers.get(timeout=PATIENCE)

    def __call__(self, do, **more):
        self.begin(do, **more)
        return self.end()

    def bodies(self):
        return [message['body'] for message in self.got]

    def leave(self, kill=False):
        """Ends as programs do, or as they do when somebody pulls the plug."""
        if kill:
            self.process.kill()
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        self.reader.join(PATIENCE)
        self.process.stdout.close()


class Peer:
    """A client that speaks the remoting protocol by hand, for what the library cannot be told to do."""

    def __init__(self, address):
        host, _, port = address.rpartition(':')
        self.socket = socket.create_connection((host, int(port)), timeout=PATIENCE)
        self.opaque = 0

    def close(self):
        self.socket.close()

    def send(self, code, body=b'', **fields):
        self.opaque += 1
        header = json.dumps({
            'code': code, 'flag': 0, 'language': 'PYTHON', 'version': 399, 'opaque': self.opaque,
            'extFields': {name: str(value) for name, value in fields.items()}}).encode()
        self.socket.sendall(struct.pack('>II', 4 + len(header) + len(body), len(header)) + header + body)

    def read(self):
        length, size = struct.unpack('>II', self.exactly(8))
        header = json.loads(self.exactly(size & 0xFFFFFF))
        return header, self.exactly(length - 4 - (size & 0xFFFFFF))

    def exactly(self, count):
        data = b''
        while len(data) < count:
            piece = self.socket.recv(count - len(data))
            if not piece:
                raise ConnectionError('the broker hung up')
            data += piece
        return data

    def put(self, topic, queue_id, body, flags=0, **properties):
        """Where the broker put the message."""
        wire = '\x02'.join(f'{name}\x01{value}' for name, value in properties.items())
        answer = self.ask(
            310, body.encode(), a=properties.get('PGROUP', 'PEER'), b=topic, c='TBW102', d=4, e=queue_id, f=flags,
            g=int(time.time() * 1000), h=0, i=wire)
        if answer['code']:
            raise AssertionError(f'{body} is not stored: {answer}')
        return answer['extFields']

    def ask(self, code, body=b'', **fields):
        self.send(code, body, **fields)
        while True:
            header, body = self.read()
            if header['flag'] & 1:
                return header


def mqadmin(names, *arguments):
    run = subprocess.run(
        [BINARY, *arguments, '-n', names, '--json'], capture_output=True, text=True, timeout=PATIENCE)
    if run.returncode:
        raise AssertionError(f'mqadmin {" ".join(arguments)}: {run.stderr}')
    return json.loads(run.stdout or '{}')
