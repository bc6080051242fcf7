"""Consumer groups for a sandbox: each is connected to every broker, and has read a part of its topics."""

import json
import socket
import threading

from peers import frame, read_frame

CLUSTER_INFO, HEARTBEAT, COMMIT = 106, 34, 15


def request(code, opaque, fields=None, body=b''):
    header = {'code': code, 'language': 'OTHER', 'version': 479, 'opaque': opaque, 'flag': 0, 'extFields': fields or {}}
    return frame(header, body)


def connect(address):
    host, port = address.rsplit(':', 1)
    return socket.create_connection((host, int(port)))


def brokers(name_server):
    with connect(name_server) as connection:
        connection.sendall(request(CLUSTER_INFO, 1))
        raw, header = read_frame(connection)
    body = raw[8 + (int.from_bytes(raw[4:8], 'big') & 0xFFFFFF):]
    # Java's JSON has numbers for keys.
    text = body.decode().replace('{0:', '{"0":')
    return [address for group in json.loads(text)['brokerAddrTable'].values() for address in group['brokerAddrs'].values()]


class Population:
    """`groups` maps a group to its topics; its clients stay connected."""

    def __init__(self, name_server, groups):
        self.name_server, self.groups, self.connections = name_server, groups, []

    def __enter__(self):
        heartbeat = json.dumps({'clientID': '10.0.0.1@1', 'producerDataSet': [], 'consumerDataSet': [
            {'groupName': group, 'consumeType': 'CONSUME_PASSIVELY', 'messageModel': 'CLUSTERING',
             'consumeFromWhere': 'CONSUME_FROM_FIRST_OFFSET', 'unitMode': False,
             'subscriptionDataSet': [{'topic': topic, 'subString': '*', 'subVersion': 1} for topic in topics]}
            for group, topics in self.groups.items()]}).encode()
        commits = [
            request(COMMIT, number, {
                'consumerGroup': group, 'topic': topic, 'queueId': '0', 'commitOffset': '0'})
            for number, (group, topic) in enumerate(
                [(group, topic) for group, topics in self.groups.items() for topic in topics], 2)]
        for address in brokers(self.name_server):
            connection = connect(address)
            self.connections.append(connection)
            connection.sendall(request(HEARTBEAT, 1, body=heartbeat))
        for connection in self.connections:
            read_frame(connection)
            threading.Thread(target=connection.sendall, args=(b''.join(commits),)).start()
            for _ in commits:
                header = read_frame(connection)[1]
                if header['code'] != 0:
                    raise SystemExit(f'a broker refused an offset: {header}')
        return self

    def __exit__(self, *_):
        for connection in self.connections:
            connection.close()
