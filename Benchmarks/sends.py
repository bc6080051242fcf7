"""How many messages a broker takes in a second, and how soon a sandbox is there."""

import json
import os
import statistics
import subprocess

from peers import Sandbox

TOPIC, CONNECTIONS, BYTES = 'mqadmin-bench', 16, 1024
# What each connection has under way; a Java producer would let more wait, which changes nothing.
WINDOW = 64


class Rates:
    """Sends a second of repeated runs of the load."""

    def __init__(self, load, count):
        self.load, self.count, self.rates = load, count, []

    def run(self, address, queues):
        arguments = [address, TOPIC, queues, CONNECTIONS, self.count, BYTES, WINDOW]
        done = subprocess.run([self.load, *map(str, arguments)], stdout=subprocess.PIPE, text=True)
        if done.returncode:
            raise SystemExit(f'{address} did not take all messages: acknowledged, refused, µs: {done.stdout.strip()}')
        acknowledged, _, microseconds = map(int, done.stdout.split())
        self.rates.append(acknowledged / microseconds * 1e6)

    def figures(self):
        return f'{statistics.median(self.rates):,.0f} [{min(self.rates):,.0f} – {max(self.rates):,.0f}]'


class Acknowledger:
    """The floor: says yes to whatever comes."""

    def __init__(self, load):
        self.load = load

    def __enter__(self):
        self.process = subprocess.Popen([self.load, 'serve'], stdout=subprocess.PIPE, text=True)
        return self.process.stdout.readline().strip()

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def place(binary, name_server):
    """A broker that has the topic, and its queues there."""
    printed = subprocess.run(
        [binary, 'topicRoute', '-t', TOPIC, '-n', name_server, '--json'], check=True, stdout=subprocess.PIPE).stdout
    route = json.loads(printed)
    queues = route['queueDatas'][0]
    broker = next(each for each in route['brokerDatas'] if each['brokerName'] == queues['brokerName'])
    return broker['brokerAddrs']['0'], queues['writeQueueNums']


def sends(binary, load, count, runs):
    print(f'{count:,} sends of {BYTES:,} bytes over {CONNECTIONS} connections; a second [slowest – fastest]')
    own, floor = Rates(load, count), Rates(load, count)
    for _ in range(runs):
        # Memory is where messages stay: each run has a sandbox to itself.
        with Sandbox(binary, '--topics', f'{TOPIC}:16') as address:
            own.run(*place(binary, address))
        with Acknowledger(load) as address:
            floor.run(address, 16)
    ratio = statistics.median(floor.rates) / statistics.median(own.rates)
    print(f'  {"sandbox":<28} {own.figures():<40} ≥ 50,000')
    print(f'  {"floor":<28} {floor.figures():<40} {ratio:.1f} times the sandbox', flush=True)
    if real := os.environ.get('ROCKETMQ_NAMESRV'):
        subprocess.run(
            [binary, 'updateTopic', '-n', real, '-t', TOPIC, '-r', '16', '-w', '16'], check=True,
            stdout=subprocess.DEVNULL)
        rates = Rates(load, count)
        for _ in range(runs):
            rates.run(*place(binary, real))
        print(f'  {"broker of " + real:<28} {rates.figures():<40}', flush=True)


def readiness(binary, ready, load, runs):
    """From the start of the program to the line that says where the cluster is, and the memory that it takes by then."""
    commands = {'sandbox, 1 broker': [binary, 'sandbox', '--port', '0'], 'floor: a C server': [load, 'serve'],
                'sandbox, 100 brokers': [binary, 'sandbox', '--port', '0', '--brokers', '100']}
    samples = {title: [] for title in commands}
    for _ in range(runs):
        for title, command in commands.items():
            printed = subprocess.run([ready, *command], check=True, stdout=subprocess.PIPE).stdout
            samples[title].append(tuple(map(int, printed.split())))
    print('ms until it is ready [fastest – slowest], peak MiB')
    for title, taken in samples.items():
        times = [microseconds / 1000 for microseconds, _ in taken]
        target = '≤ 50 ms, ≤ 40 MB' if title.endswith(' 1 broker') else ''
        memory = max(kib for _, kib in taken) / 1024
        print(f'  {title:<28} {statistics.median(times):.1f} [{min(times):.1f} – {max(times):.1f}]'.ljust(60)
              + f'{memory:>6.1f}  {target}', flush=True)
