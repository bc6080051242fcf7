"""The other ends of the wire that the benchmark needs: a real sandbox, a peer that writes down what it is asked, and a
broker that hangs."""

import json
import socket
import struct
import subprocess
import threading
import time
import zlib

REGISTER_BROKER, CLUSTER_INFO, TOPIC_LIST, RUNTIME_INFO = 103, 106, 206, 28


def frame(header, body=b''):
    text = json.dumps(header).encode()
    return struct.pack('>II', 4 + len(text) + len(body), len(text)) + text + body


def read_exactly(connection, count):
    data = b''
    while len(data) < count:
        part = connection.recv(count - len(data))
        if not part:
            raise ConnectionError('closed')
        data += part
    return data


def read_frame(connection):
    """A frame as it came, and its header (JSON coding)."""
    head = read_exactly(connection, 8)
    length, coding = struct.unpack('>II', head)
    rest = read_exactly(connection, length - 4)
    if coding >> 24:
        raise ValueError('the compact header coding is not read here')
    return head + rest, json.loads(rest[:coding & 0xFFFFFF])


class Sandbox:
    """`mqadmin sandbox` on free ports; yields its address."""

    def __init__(self, binary, *arguments):
        self.command = [binary, 'sandbox', '--port', '0', *arguments]

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, text=True)
        for line in self.process.stdout:
            if line.startswith('NAMESRV_ADDR='):
                threading.Thread(target=self.process.stdout.read, daemon=True).start()
                return line.strip().split('=', 1)[1]
        raise SystemExit(f'the sandbox did not start: status {self.process.wait()}')

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)


class Server:
    """Accepts connections on a port of its own; a thread each, which calls `serve`."""

    def __enter__(self):
        self.listener = socket.create_server(('127.0.0.1', 0), backlog=64)
        self.address = f'127.0.0.1:{self.listener.getsockname()[1]}'
        threading.Thread(target=self.accept, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()

    def accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.serve_quietly, args=(connection,), daemon=True).start()

    def serve_quietly(self, connection):
        with connection:
            try:
                self.serve(connection)
            except OSError:
                pass


class Tap(Server):
    """A name server whose only broker is itself; `requests` holds what was sent to either."""

    def __init__(self):
        self.requests = {'names': b'', 'broker': b''}

    def serve(self, connection):
        brokers = {'broker-a': {'brokerName': 'broker-a', 'cluster': 'C', 'brokerAddrs': {'0': self.address}}}
        bodies = {
            CLUSTER_INFO: {'brokerAddrTable': brokers, 'clusterAddrTable': {'C': ['broker-a']}},
            TOPIC_LIST: {'topicList': ['T']},
            RUNTIME_INFO: {'table': {}},
        }
        while True:
            raw, header = read_frame(connection)
            self.requests['broker' if header['code'] == RUNTIME_INFO else 'names'] += raw
            answer = {'code': 0, 'language': 'JAVA', 'version': 479, 'opaque': header['opaque'], 'flag': 1}
            connection.sendall(frame(answer, json.dumps(bodies.get(header['code'], {})).encode()))


class HangingBroker(Server):
    """Registers with a name server, and answers nothing for a time; then it closes the connection."""

    def __init__(self, name_server, seconds):
        self.name_server, self.seconds = name_server, seconds

    def __enter__(self):
        super().__enter__()
        host, port = self.name_server.rsplit(':', 1)
        # A name server forgets a broker whose connection ends: this one stays open.
        self.registration = socket.create_connection((host, int(port)))
        self.registration.sendall(self.register())
        header = read_frame(self.registration)[1]
        if header['code'] != 0:
            raise SystemExit(f'the name server refused the hanging broker: {header}')
        return self

    def __exit__(self, *_):
        self.registration.close()
        super().__exit__()

    def register(self):
        topics = {'dataVersion': {'counter': 0, 'stateVersion': 0, 'timestamp': 0}, 'topicConfigTable': {}}
        body = json.dumps({'topicConfigSerializeWrapper': topics, 'filterServerList': []}).encode()
        fields = {
            'brokerName': 'broker-hangs', 'brokerAddr': self.address, 'clusterName': 'DefaultCluster', 'brokerId': '0',
            'haServerAddr': self.address, 'compressed': 'false', 'bodyCrc32': str(zlib.crc32(body) & 0x7FFFFFFF)}
        header = {
            'code': REGISTER_BROKER, 'language': 'OTHER', 'version': 479, 'opaque': 1, 'flag': 0, 'extFields': fields,
            'serializeTypeCurrentRPC': 'JSON'}
        return frame(header, body)

    def serve(self, connection):
        time.sleep(self.seconds)
