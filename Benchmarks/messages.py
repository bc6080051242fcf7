"""Stored messages, and a broker that has as many of them as it is asked for."""

import json
import struct
import zlib

from peers import Server, frame, read_frame

PULL, MAX_OFFSET, MIN_OFFSET, ROUTE = 11, 30, 31, 105


def stored(topic, number, body, flags=0):
    """A message as a broker of 5.x stores it (`MessageDecoder.java`)."""
    properties = f'KEYS\1order-{number}\2UNIQ_KEY\1{number:032X}\2WAIT\1true\2TAGS\1TagA\2CLUSTER\1C'.encode()
    name = topic.encode()
    host = struct.pack('>4BI', 127, 0, 0, 1, 10911)
    rest = struct.pack('>IIiiqqiq', 0xDAA320A7, zlib.crc32(body), 0, 0, number, number * 1200, flags, 1795172236243)
    rest += host + struct.pack('>q', 1795172236250) + host + struct.pack('>iqi', 0, 0, len(body)) + body
    rest += struct.pack('>B', len(name)) + name + struct.pack('>H', len(properties)) + properties
    return struct.pack('>I', 4 + len(rest)) + rest


class MessagePeer(Server):
    """A name server whose only broker is itself: one queue of `count` messages with bodies of 1,024 bytes.

    All answers to a pull have the same 32 messages. `requests` holds what was sent, while it is a list.
    """

    def __init__(self, count):
        self.count, self.requests = count, None
        body = bytes(range(32, 96)) * 16
        self.batch = [stored('TopicTest', number, body) for number in range(32)]

    def serve(self, connection):
        full = b''.join(self.batch)
        while True:
            raw, header = read_frame(connection)
            if self.requests is not None:
                self.requests.append(raw)
            fields, content = self.answer(header, full)
            answer = {'code': 0, 'language': 'JAVA', 'version': 479, 'opaque': header['opaque'], 'flag': 1}
            connection.sendall(frame(answer | ({'extFields': fields} if fields else {}), content))

    def answer(self, header, full):
        code, asked = header['code'], header.get('extFields', {})
        if code == PULL:
            start = int(asked['queueOffset'])
            end = min(self.count, start + min(32, int(asked['maxMsgNums'])))
            fields = {'nextBeginOffset': str(end), 'minOffset': '0', 'maxOffset': str(self.count),
                      'suggestWhichBrokerId': '0'}
            return fields, full if end - start == 32 else b''.join(self.batch[:end - start])
        if code == ROUTE:
            queue = {'brokerName': 'broker-a', 'perm': 6, 'readQueueNums': 1, 'writeQueueNums': 1, 'topicSysFlag': 0}
            broker = {'brokerName': 'broker-a', 'cluster': 'C', 'brokerAddrs': {'0': self.address}}
            return None, json.dumps({'queueDatas': [queue], 'brokerDatas': [broker], 'filterServerTable': {}}).encode()
        return {'offset': {MAX_OFFSET: str(self.count), MIN_OFFSET: '0'}.get(code, '0')}, b''
