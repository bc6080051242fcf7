"""What a sandbox keeps in a folder: killed, full, and wanted twice. Needs the binary ($MQADMIN)."""

import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(__file__))
from wire import BINARY, Connection, Load, Sandbox

KILLS = int(os.environ.get('KILLS', '50'))


class StorageTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()), 'data')

    def check(self, sandbox, topic, stored):
        for queue in range(4):
            bodies = sandbox.bodies(topic, queue)
            lost = {place: body for place, body in stored.items()
                    if place[0] == queue and bodies.get(place[1]) != body}
            self.assertEqual(lost, {})
            self.assertEqual(sorted(bodies), list(range(len(bodies))))

    def test_what_was_acknowledged_outlives_every_kill(self):
        load, lines = Load('T'), []
        for round in range(KILLS):
            sandbox = Sandbox(self.folder, '--flush', 'sync')
            connection = Connection(sandbox.broker)
            # A topic and an offset of this round; those of the last one have to be there.
            header, _ = connection.ask(17, {
                'topic': f'R{round}', 'defaultTopic': 'TBW102', 'readQueueNums': '3', 'writeQueueNums': '3',
                'perm': '6', 'topicFilterType': 'SINGLE_TAG', 'topicSysFlag': '0', 'order': 'false'})
            self.assertEqual(header['code'], 0)
            if round:
                header, _ = connection.ask(14, {'consumerGroup': 'G', 'topic': f'R{round - 1}', 'queueId': '2'})
                self.assertEqual((header['code'], header['extFields']['offset']), (0, str(round)))
            connection.ask(11, {
                'consumerGroup': 'G', 'topic': f'R{round}', 'queueId': '0', 'queueOffset': '0', 'maxMsgNums': '1',
                'sysFlag': '4', 'commitOffset': '0', 'suspendTimeoutMillis': '0', 'subscription': '*',
                'subVersion': '0'})
            offset = {'consumerGroup': 'G', 'topic': f'R{round}', 'queueId': '2', 'commitOffset': str(round + 1)}
            self.assertEqual(connection.ask(15, offset)[0]['code'], 0)
            count = len(load.stored)
            load.run(sandbox.broker, 0.05 + round % 5 * 0.02, lambda: lines.append(sandbox.kill()))
            self.assertGreater(len(load.stored), count)
        with Sandbox(self.folder, '--flush', 'sync') as sandbox:
            self.check(sandbox, 'T', load.stored)
        self.assertEqual(load.refused, [])
        for line in ''.join(lines).splitlines():
            self.assertIn('cut off an unfinished record', line)
        print(f'{KILLS} kills, {len(load.stored)} messages acknowledged, none lost', file=sys.stderr)

    def test_a_full_disk_refuses_and_works_again_when_there_is_room(self):
        load = Load('T', size=1000)
        with Sandbox(self.folder, '--flush', 'sync', limit=300_000) as sandbox:
            load.run(sandbox.broker, 60, load.stop, until=lambda: load.refused)
            self.assertEqual({header['code'] for header in load.refused}, {14})
            self.assertIn("the broker's disk is full [CL: ", load.refused[0]['remark'])
            self.check(sandbox, 'T', load.stored)
            count = len(load.stored)
            resource.prlimit(sandbox.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
            load.run(sandbox.broker, 60, load.stop, until=lambda: len(load.stored) > count)
            self.assertGreater(len(load.stored), count)
        with Sandbox(self.folder) as sandbox:
            self.check(sandbox, 'T', load.stored)

    def test_a_folder_in_use_is_refused(self):
        with Sandbox(self.folder):
            second = subprocess.run(
                [BINARY, 'sandbox', '--port', '0', '--data', str(self.folder)], capture_output=True, text=True)
        self.assertEqual(second.returncode, 2)
        self.assertIn('is in use by another sandbox', second.stderr)
        self.assertEqual(len(second.stderr.splitlines()), 1)


if __name__ == '__main__':
    unittest.main()
