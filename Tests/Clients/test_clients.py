#!/usr/bin/env python3
"""The Apache C++ client, as it is, against a sandbox: what it sends, gets, gives back and shares among processes.
usage: test_clients.py [unittest options]
       with the Python of a virtual environment that has rocketmq 0.4.4; MQADMIN names the binary, COUNT how many
       messages the longest test sends, PATIENCE the seconds that anything may take
"""

import collections
import contextlib
import json
import os
import struct
import sys
import tempfile
import time
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(__file__))
from processes import PATIENCE, SEED, Client, Peer, mqadmin, sandbox, wait_for

COUNT = int(os.environ.get('COUNT', '100000'))


class ClientTest(unittest.TestCase):
    topics = ''

    @classmethod
    def setUpClass(cls):
        cls.home = cls.enterClassContext(tempfile.TemporaryDirectory())
        cls.names = cls.enterClassContext(sandbox('--topics', cls.topics))
        cls.address = mqadmin(cls.names, 'clusterList')['items'][0]['address']
        with contextlib.closing(Peer(cls.address)) as peer:
            for topic, queues in (each.split(':') for each in cls.topics.split(',')):
                for queue in range(int(queues)):
                    peer.put(topic, queue, SEED)

    def client(self):
        client = Client(self.names, self.home)
        self.addCleanup(client.leave)
        return client

    def producer(self, group='PG'):
        client = self.client()
        client('produce', group=group)
        return client

    def consumer(self, group, topic, **more):
        client = self.client()
        client('consume', group=group, topic=topic, **more)
        return client

    def send(self, producer, topic, *bodies, how='sync', **more):
        return producer('send', how=how, messages=[{'topic': topic, 'body': body, **more} for body in bodies])['sent']

    def mqadmin(self, *arguments):
        return mqadmin(self.names, *arguments)

    def configure(self, name, value):
        self.mqadmin('updateBrokerConfig', '-b', self.address, '-k', name, '-v', value)


class Sending(ClientTest):
    topics = 'T:4,TAGS:1,LATER:1'

    def test_every_way_to_send_arrives_and_brings_what_was_sent(self):
        producer, consumer = self.producer(), self.consumer('G', 'T')
        first = self.send(producer, 'T', 'sync', tags='A', keys='k1 k2', properties={'n': '7'})[0]
        self.assertEqual(first['status'], 0)
        self.send(producer, 'T', 'oneway', how='oneway')
        self.assertEqual([each['status'] for each in self.send(producer, 'T', 'a1', 'a2', how='async')], [0, 0])
        ordered = producer('send', how='ordered', key=6, messages=[{'topic': 'T', 'body': f'o{n}'} for n in range(5)])
        self.assertEqual([each['status'] for each in ordered['sent']], [0] * 5)
        self.send(producer, 'T', 'b1', 'b2', 'b3', how='batch', tags='B')
        long = 'x' * 20_000  # which the library compresses
        self.send(producer, 'T', long)
        bodies = {'sync', 'oneway', 'a1', 'a2', 'b1', 'b2', 'b3', long, *(f'o{n}' for n in range(5))}
        wait_for(lambda: len(consumer.got) >= len(bodies), 'the arrival of all messages')
        got = {message['body']: message for message in consumer.got}
        self.assertEqual(set(got), bodies)
        self.assertEqual(len(consumer.got), len(bodies))
        sync = got['sync']
        self.assertEqual((sync['tags'], sync['keys'], sync['n'], sync['id']), ('A', 'k1 k2', '7', first['id']))
        self.assertEqual({got[f'o{n}']['queue'] for n in range(5)}, {2})
        offsets = [got[f'o{n}']['offset'] for n in range(5)]
        self.assertEqual(offsets, sorted(offsets))
        batch = [got[f'b{n}'] for n in (1, 2, 3)]
        self.assertEqual(len({each['queue'] for each in batch}), 1)
        self.assertEqual([each['offset'] - batch[0]['offset'] for each in batch], [0, 1, 2])
        self.assertEqual({each['tags'] for each in batch}, {'B'})
        pulled = self.client()('pull', group='PULL', topic='T')['pulled']
        self.assertEqual(sorted(each['body'] for each in pulled), sorted([*bodies, *[SEED] * 4]))

    def test_a_consumer_gets_the_tags_that_it_wants(self):
        producer = self.producer()
        for tag in 'ABCAB':
            self.send(producer, 'TAGS', f'is {tag}', tags=tag)
        consumer = self.consumer('TAGGED', 'TAGS', expression='A || B')
        wait_for(lambda: len(consumer.got) >= 4, 'the arrival of four messages')
        self.send(producer, 'TAGS', 'none', 'last', tags='B')
        wait_for(lambda: 'last' in consumer.bodies(), 'the arrival of the last message')
        self.assertEqual(consumer.bodies(), ['is A', 'is B', 'is A', 'is B', 'none', 'last'])

    def test_a_delayed_message_arrives_when_it_is_due(self):
        producer, consumer = self.producer(), self.consumer('LATER', 'LATER')
        start = time.monotonic()
        self.send(producer, 'LATER', 'delayed', delay=1)
        wait_for(lambda: consumer.got, 'the delayed message')
        self.assertGreaterEqual(consumer.got[0]['at'] - start, 1)


class Transactions(ClientTest):
    topics = 'T:1'

    def half(self, peer, body):
        fields = peer.put('T', 0, body, flags=4, TRAN_MSG='true', PGROUP='TX', UNIQ_KEY=f'U-{body}')
        return {
            'producerGroup': 'TX', 'tranStateTableOffset': fields['queueOffset'],
            'commitLogOffset': int(fields['msgId'][16:], 16), 'msgId': f'U-{body}'}

    def test_consumers_see_what_is_committed_at_once_or_when_the_broker_asks(self):
        consumer = self.consumer('G', 'T')
        peer = Peer(self.address)
        self.addCleanup(peer.close)
        peer.ask(34, json.dumps({'clientID': 'tx@1', 'producerDataSet': [{'groupName': 'TX'}]}).encode())
        good, bad = self.half(peer, 'good'), self.half(peer, 'bad')
        self.assertEqual(peer.ask(37, commitOrRollback=8, **good)['code'], 0)
        self.assertEqual(peer.ask(37, commitOrRollback=12, **bad)['code'], 0)
        wait_for(lambda: consumer.got, 'the committed message')
        self.configure('transactionTimeOut', '300')
        self.configure('transactionCheckInterval', '100')
        self.half(peer, 'asked')
        header, body = peer.read()
        self.assertEqual((header['code'], header['extFields']['msgId']), (39, 'U-asked'))
        self.assertEqual(body[4:8], struct.pack('>I', 0xDAA320A7))
        asked = header['extFields']
        peer.ask(
            37, producerGroup='TX', tranStateTableOffset=asked['tranStateTableOffset'],
            commitLogOffset=asked['commitLogOffset'], commitOrRollback=8, fromTransactionCheck='true', msgId='U-asked')
        wait_for(lambda: len(consumer.got) == 2, 'the message that the broker asked for')
        self.assertEqual(consumer.bodies(), ['good', 'asked'])


class Retrying(ClientTest):
    topics = 'T:1,HARD:1'

    def setUp(self):
        self.configure('messageDelayLevel', ' '.join(['1s'] * 18))
        # The library looks for a topic that comes into being later only after a while.
        for group in 'FAILING', 'HOPELESS':
            self.mqadmin('updateTopic', '-b', self.address, '-t', f'%RETRY%{group}', '-r', '1', '-w', '1')

    def test_a_message_comes_again_as_long_as_its_consumer_fails(self):
        producer, consumer = self.producer(), self.consumer('FAILING', 'T', fails=2)
        sent = self.send(producer, 'T', 'hard')[0]
        wait_for(lambda: len(consumer.got) == 3, 'the third try')
        self.assertEqual([each['retries'] for each in consumer.got], [0, 1, 2])
        self.assertEqual({each['id'] for each in consumer.got}, {sent['id']})
        self.assertEqual([each['topic'] for each in consumer.got], ['T'] * 3)
        time.sleep(1.5)
        self.assertEqual(len(consumer.got), 3)

    def test_a_message_that_nobody_can_consume_becomes_a_dead_letter(self):
        self.mqadmin('updateSubGroup', '-b', self.address, '-g', 'HOPELESS', '-r', '2')
        producer, consumer = self.producer(), self.consumer('HOPELESS', 'HARD', fails=99)
        self.send(producer, 'HARD', 'impossible')
        dead = wait_for(lambda: self.dead('HOPELESS'), 'the dead letter')
        self.assertEqual([each['body'] for each in dead], ['impossible'])
        self.assertEqual(dead[0]['retryTopic'], 'HARD')
        tries = [each['retries'] for each in consumer.got if each['body'] == 'impossible']
        self.assertEqual(tries, [0, 1, 2])

    def dead(self, group):
        topic = f'%DLQ%{group}'
        if topic not in str(self.mqadmin('topicList')):
            return []
        return self.client()('pull', group='UNDERTAKER', topic=topic)['pulled']


class Sharing(ClientTest):
    topics = 'T:8,ONE:1,ALL:2'

    def test_three_processes_divide_the_queues_and_take_over_from_those_that_go(self):
        producer = self.producer()
        crowd = [self.consumer('TEAM', 'T') for _ in range(3)]
        self.spread(producer, crowd, 'three')
        crowd.pop(1).leave()
        self.spread(producer, crowd, 'two')
        crowd.pop(0).leave(kill=True)
        self.spread(producer, crowd, 'one')

    def spread(self, producer, crowd, name):
        """Sends rounds of messages until each one arrives at one process, and all processes have a fair part."""
        rounds = iter(range(1000))

        def is_even():
            label = f'{name}-{next(rounds)}-'
            bodies = {f'{label}{queue}' for queue in range(8)}
            for queue in range(8):
                producer('send', how='ordered', key=queue, messages=[{'topic': 'T', 'body': f'{label}{queue}'}])
            wait_for(
                lambda: bodies <= {body for each in crowd for body in each.bodies()}, f'the arrival of {label}')
            parts = [sum(body in bodies for body in each.bodies()) for each in crowd]
            return sum(parts) == 8 and max(parts) - min(parts) <= 1

        wait_for(is_even, f'an even division among {name}')

    def test_a_consumer_goes_on_where_it_stopped(self):
        producer, consumer = self.producer(), self.consumer('KEEPER', 'ONE')
        self.send(producer, 'ONE', *(f'm{n}' for n in range(10)))
        wait_for(lambda: len(consumer.got) == 10, 'ten messages')
        consumer.leave()
        self.send(producer, 'ONE', *(f'm{n}' for n in range(10, 15)))
        consumer = self.consumer('KEEPER', 'ONE')
        wait_for(lambda: len(consumer.got) >= 5, 'five more')
        self.assertEqual(consumer.bodies(), [f'm{n}' for n in range(10, 15)])

    def test_everybody_gets_every_message_of_a_broadcast(self):
        producer = self.producer()
        # The offsets of a broadcast are the clients' own: a new one begins with what comes then.
        self.send(producer, 'ALL', 'w1', 'w2', 'w3', 'w4')
        crowd = [self.consumer('RADIO', 'ALL', broadcast=True) for _ in range(3)]
        rounds = iter(range(1000))

        def is_on():
            body = f'on-{next(rounds)}'
            for key in 0, 1:
                producer('send', how='ordered', key=key, messages=[{'topic': 'ALL', 'body': f'{body}-{key}'}])
            time.sleep(0.2)
            return all({f'{body}-0', f'{body}-1'} <= set(each.bodies()) for each in crowd)

        wait_for(is_on, 'all three to listen')
        bodies = [f'all-{n}' for n in range(20)]
        self.send(producer, 'ALL', *bodies)
        for each in crowd:
            wait_for(lambda: set(bodies) <= set(each.bodies()), 'the whole broadcast')
            heard = [body for body in each.bodies() if body.startswith('all-')]
            self.assertEqual(sorted(heard), sorted(bodies))


class Endurance(ClientTest):
    topics = 'BIG:12,LINE:12'
    # Messages that a process may have consumed of all its queues since it last told the broker so.
    UNCOMMITTED = 2_000

    def test_nothing_is_lost_while_consumers_come_and_go_or_are_killed(self):
        got, changes = self.stream('BIG', COUNT, 2, kills=True, threads=1)
        again = len(got) - len({message['body'] for message in got})
        print(f'{len(got) - again} messages, {changes} changes, {again} came twice', file=sys.stderr)
        self.assertLessEqual(again, changes * self.UNCOMMITTED)

    def test_consumers_in_order_hand_their_queues_over(self):
        got, changes = self.stream('LINE', COUNT // 20, 0.5, kills=False, orderly=True)
        again = len(got) - len({message['body'] for message in got})
        print(f'{len(got) - again} messages, {changes} changes, {again} came twice', file=sys.stderr)
        self.assertLessEqual(again, changes * 50)

    def stream(self, topic, count, pause, kills, **how):
        """What consumers got of so many messages of three producers, in its order, and how often a consumer went."""
        everybody = [self.consumer(f'{topic}_CG', topic, brief=True, **how) for _ in range(3)]
        crowd, changes = list(everybody), 0
        streaming = [self.producer(f'{topic}_PG') for _ in range(3)]
        shares = [(count + 2 - number) // 3 for number in range(3)]
        for number, producer in enumerate(streaming):
            producer.begin('stream', topic=topic, name=f'p{number}', count=shares[number], keys=12)
        # Consumers change as long as there is something to send, and a few times at least.
        while streaming or changes < 6:
            time.sleep(pause)
            newcomer = self.consumer(f'{topic}_CG', topic, brief=True, **how)
            everybody.append(newcomer)
            crowd.append(newcomer)
            changes += 1
            crowd.pop(0).leave(kill=kills and changes % 2 == 0)
            streaming = [each for each in streaming if each.answers.empty()]
        wanted = {f'p{p}-{n % 12}-{n}' for p in range(3) for n in range(shares[p])}
        # A client that ends without letting go of its queues keeps those of a group in order for a minute.
        wait_for(lambda: sum(len(each.got) for each in everybody) >= len(wanted), 'the arrival of most', 3 * PATIENCE)
        wait_for(
            lambda: wanted <= {each for client in everybody for each in client.bodies()}, 'the arrival of all',
            3 * PATIENCE)
        for each in crowd:
            each.leave()
        got = sorted((message for each in everybody for message in each.got), key=lambda message: message['at'])
        self.assertEqual(len({message['body'] for message in got}), len(wanted))
        self.check_order(got)
        return got, changes

    def check_order(self, got):
        """For the first time, messages of a queue come in their order, and those of a key in that of their sending."""
        seen, sent = collections.defaultdict(int), collections.defaultdict(lambda: -1)
        for message in got:
            queue, (producer, key, number) = message['queue'], message['body'].split('-')
            if message['offset'] <= seen[queue]:
                continue
            self.assertEqual(message['offset'], seen[queue] + 1, f'a gap in queue {queue}')
            seen[queue] = message['offset']
            self.assertEqual(int(key), queue)
            self.assertGreater(int(number), sent[producer, key])
            sent[producer, key] = int(number)


if __name__ == '__main__':
    unittest.main()
