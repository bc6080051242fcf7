"""A sandbox in a folder, and connections that send to it as fast as they can. Needs the binary ($MQADMIN)."""

import json
import os
import pathlib
import re
import resource
import selectors
import signal
import socket
import struct
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BINARY = os.path.abspath(os.environ.get('MQADMIN', ROOT / '.build/release/mqadmin'))


def frame(code, opaque, fields, body=b''):
    header = {'code': code, 'language': 'JAVA', 'version': 453, 'opaque': opaque, 'flag': 0, 'extFields': fields}
    header = json.dumps(header).encode()
    return struct.pack('>II', 4 + len(header) + len(body), len(header)) + header + body


def send(opaque, topic, queue, body):
    fields = {'a': 'P', 'b': topic, 'c': 'TBW102', 'd': '4', 'e': str(queue), 'f': '0', 'g': '1', 'h': '0', 'i': '',
              'j': '0', 'k': 'false', 'm': 'false'}
    return frame(310, opaque, fields, body)


def cut(buffer):
    """The whole frames at the front of a buffer, as (header, body), and the rest."""
    frames = []
    while len(buffer) >= 4:
        length = struct.unpack_from('>I', buffer)[0]
        if len(buffer) < 4 + length:
            break
        size = struct.unpack_from('>I', buffer, 4)[0] & 0xffffff
        frames.append((json.loads(buffer[8:8 + size]), buffer[8 + size:4 + length]))
        buffer = buffer[4 + length:]
    return frames, buffer


class Connection:
    def __init__(self, address):
        host, port = address.rsplit(':', 1)
        self.socket = socket.create_connection((host, int(port)), timeout=20)
        self.buffer = b''

    def ask(self, code, fields, body=b''):
        return self.exchange(frame(code, 1, fields, body))

    def exchange(self, request):
        self.socket.sendall(request)
        while True:
            frames, self.buffer = cut(self.buffer)
            if frames:
                return frames[0]
            data = self.socket.recv(1 << 16)
            if not data:
                raise ConnectionError('closed')
            self.buffer += data


class Sandbox:
    """A sandbox that is killed when it is left."""

    def __init__(self, folder, *options, limit=None):
        def limited():
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))

        self.process = subprocess.Popen(
            [BINARY, 'sandbox', '--port', '0', '--data', str(folder), *options], stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, preexec_fn=limited if limit else None)
        line = self.process.stdout.readline()
        if not line.startswith('NAMESRV_ADDR='):
            raise RuntimeError(self.process.communicate()[1])
        try:
            self.names = line.strip().split('=', 1)[1]
            _, body = Connection(self.names).ask(106, {})
            self.broker = re.search(r'0:"([0-9.]+:[0-9]+)"', body.decode()).group(1)
        except BaseException:
            self.kill()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()

    def kill(self):
        """Kills it as nothing else does; returns what it said on standard error."""
        self.process.send_signal(signal.SIGKILL)
        return self.process.communicate()[1]

    def pull(self, topic, queue, offset):
        fields = {'consumerGroup': 'G', 'topic': topic, 'queueId': str(queue), 'queueOffset': str(offset),
                  'maxMsgNums': '32', 'sysFlag': '4', 'commitOffset': '0', 'suspendTimeoutMillis': '0',
                  'subscription': '*', 'subVersion': '0'}
        return Connection.ask(self.connection, 11, fields)

    def bodies(self, topic, queue):
        """The bodies of a queue's messages, by offset."""
        self.connection = Connection(self.broker)
        offset, found = 0, {}
        while True:
            header, body = self.pull(topic, queue, offset)
            if header['code'] != 0:
                return found
            while body:
                size, length = struct.unpack_from('>I', body)[0], struct.unpack_from('>I', body, 84)[0]
                found[struct.unpack_from('>q', body, 20)[0]] = bytes(body[88:88 + length])
                body = body[size:]
            offset = int(header['extFields']['nextBeginOffset'])


class Load:
    """Connections with a few sends under way each; `stored` are those that were acknowledged."""

    def __init__(self, topic, connections=8, depth=4, size=200):
        self.topic, self.connections, self.depth, self.size = topic, connections, depth, size
        self.stored, self.refused, self.number = {}, [], 0

    def run(self, address, seconds, then, until=lambda: False):
        """Sends for a while, or `until` something holds, calls `then`, and takes what answers still arrive."""
        selector, under_way = selectors.DefaultSelector(), {}
        self.selector = selector
        for _ in range(self.connections):
            connection = Connection(address)
            selector.register(connection.socket, selectors.EVENT_READ, connection)
            self.more(connection, self.depth, under_way)
        end, done = time.monotonic() + seconds, False
        while selector.get_map():
            if not done and (until() or time.monotonic() > end):
                then()
                done = True
            for key, _ in selector.select(0.05) if selector.get_map() else []:
                if not self.take(key.data, under_way, done):
                    selector.unregister(key.fileobj)

    def stop(self):
        """Ends the connections, and what is under way."""
        for key in list(self.selector.get_map().values()):
            self.selector.unregister(key.fileobj)
            key.fileobj.close()

    def more(self, connection, count, under_way):
        requests = b''
        for _ in range(count):
            self.number += 1
            body = b'%d ' % self.number + b'x' * self.size
            under_way[self.number] = body
            requests += send(self.number, self.topic, self.number % 4, body)
        connection.socket.sendall(requests)

    def take(self, connection, under_way, done):
        try:
            data = connection.socket.recv(1 << 16)
        except ConnectionError:
            data = b''
        if not data:
            return False
        frames, connection.buffer = cut(connection.buffer + data)
        for header, _ in frames:
            body, fields = under_way.pop(header['opaque']), header.get('extFields', {})
            if header['code'] == 0:
                self.stored[int(fields['queueId']), int(fields['queueOffset'])] = body
            else:
                self.refused.append(header)
        try:
            if not done:
                self.more(connection, len(frames), under_way)
        except ConnectionError:
            return False
        return True
