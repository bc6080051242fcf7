"""The interactive shell: time to the first prompt, and what a second command costs beside its round trip."""

import os
import pty
import select
import socket
import statistics
import subprocess
import tempfile
import time

# A prompt ends so, with colours off.
PROMPT = b'> '


def wait(terminal, text):
    seen = b''
    while text not in seen:
        if not select.select([terminal], [], [], 10)[0]:
            raise SystemExit(f'the shell did not print {text!r}, but {seen!r}')
        seen += os.read(terminal, 1 << 16)
    return seen


def opened(binary, address, folder):
    """A shell in a pseudo-terminal, and the ms until its prompt stood."""
    environment = {'HOME': folder, 'TERM': 'xterm', 'NO_COLOR': '1', 'NAMESRV_ADDR': address, 'PAGER': ''}
    own, other = pty.openpty()
    start = time.perf_counter()
    shell = subprocess.Popen(
        [binary], stdin=other, stdout=other, stderr=other, env=environment, start_new_session=True)
    os.close(other)
    wait(own, PROMPT)
    return shell, own, (time.perf_counter() - start) * 1000


def round_trip(address, request):
    """ms for the same request and its answer on a connection that stands, in this process."""
    host, _, port = address.rpartition(':')
    with socket.create_connection((host, int(port))) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        times = []
        for _ in range(100):
            start = time.perf_counter()
            connection.sendall(request)
            length = int.from_bytes(connection.recv(4, socket.MSG_WAITALL), 'big')
            connection.recv(length, socket.MSG_WAITALL)
            times.append((time.perf_counter() - start) * 1000)
        return statistics.median(times)


def figures(times):
    return f'{statistics.median(times):.1f} [{min(times):.1f} – {max(times):.1f}]'


def measure(binary, address, request, runs):
    """Prints both lines; `request` is what topicRoute sends to the name server."""
    starts, commands = [], []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(runs):
            shell, terminal, start = opened(binary, address, folder)
            starts.append(start)
            wait(terminal, b'Cluster> ')
            for turn in range(2):
                begin = time.perf_counter()
                os.write(terminal, b'topicRoute -t TBW102 --json\r')
                wait(terminal, b'Cluster> ')
                if turn == 1:
                    commands.append((time.perf_counter() - begin) * 1000)
            shell.terminate()
            shell.wait()
            os.close(terminal)
    base = round_trip(address, request)
    print(f'{"shell: first prompt":<30} {figures(starts):<26} {"":>55} ≤ 10 ms')
    print(f'{"shell: second command":<30} {figures(commands):<26} {f"round trip {base:.2f}":>55} ≤ {base + 2:.1f} ms')
