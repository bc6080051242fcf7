"""One process of a test: a client that its driver tells what to do on standard input, one JSON object a line, and that
answers on standard output. Messages that a consumer gets are lines of their own, written before the client hears that
they are consumed: whatever a killed process has confirmed has been told."""

import ctypes
import json
import os
import sys
import threading
import time

from rocketmq.client import Message, Producer, PullConsumer, PushConsumer, RecvMessage
from rocketmq.ffi import MessageModel, dll

from processes import SEED

SUCCESS, LATER = 0, 1


def tell(**fields):
    os.write(1, json.dumps(fields).encode() + b'\n')


def details(message):
    return {
        'topic': message.topic, 'queue': message.queue_id, 'offset': message.queue_offset, 'at': time.monotonic(),
        'body': message.body.decode(), 'retries': message.reconsume_times, 'id': message.id,
        'tags': message.tags.decode(), 'keys': message.keys.decode(), 'n': message.get_property('n').decode(),
        'retryTopic': message.get_property('RETRY_TOPIC').decode()}


def tell_briefly(message):
    """Half as long, for hundreds of thousands."""
    os.write(1, b'%f %d %d %s\n' % (time.monotonic(), message.queue_id, message.queue_offset, message.body))


class Consumer(PushConsumer):
    """A push consumer whose listener can fail as the library wants it: by a status, not by an exception."""

    def listen(self, topic, expression, listener):
        def on_message(_, handle):
            return listener(RecvMessage(handle))

        dll.Subscribe(self._handle, topic.encode(), expression.encode())
        self._register_callback(on_message)


class Worker:
    def __init__(self, names):
        self.names = names

    def message(self, topic, body, tags='', keys='', delay=0, properties=None):
        message = Message(topic)
        message.set_body(body)
        if tags:
            message.set_tags(tags)
        if keys:
            message.set_keys(keys)
        if delay:
            message.set_delay_time_level(delay)
        for name, value in (properties or {}).items():
            message.set_property(name, value)
        return message

    def produce(self, group):
        self.producer = Producer(group, timeout=10_000)
        self.producer.set_namesrv_addr(self.names)
        self.producer.start()
        tell(started=True)

    def send(self, how, messages, key=0):
        made = [self.message(**each) for each in messages]
        if how == 'batch':
            results = [self.producer.send_batch(made)]
        elif how == 'oneway':
            results = [self.producer.send_oneway(each) for each in made]
        elif how == 'ordered':
            results = [self.producer.send_orderly(each, key) for each in made]
        elif how == 'async':
            results = self.send_async(made)
        else:
            results = [self.producer.send_sync(each) for each in made]
        tell(sent=[
            each and {'status': each.status, 'id': each.msg_id, 'offset': each.offset} for each in results])

    def send_async(self, messages):
        results, done = [], threading.Semaphore(0)

        def keep(result):
            results.append(result)
            done.release()

        for message in messages:
            self.producer.send_async(message, keep, None)
        for _ in messages:
            done.acquire(timeout=20)
        return results

    def stream(self, topic, name, count, keys):
        """Sends numbered messages, those of one key in their order into one queue, each until it is stored."""

        def send(first):
            for number in range(first, count, keys):
                message = self.message(topic, f'{name}-{first}-{number}')
                while not self.is_stored(message, first):
                    time.sleep(0.05)

        threads = [threading.Thread(target=send, args=(key,)) for key in range(keys)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        tell(streamed=name)

    def is_stored(self, message, key):
        try:
            self.producer.send_orderly(message, key)
            return True
        except Exception as error:
            tell(again=str(error))
            return False

    def consume(self, group, topic, expression='*', orderly=False, broadcast=False, fails=0, brief=False, threads=0):
        """`fails`: how often each message is given back."""
        model = MessageModel.BROADCASTING if broadcast else MessageModel.CLUSTERING
        self.consumer = Consumer(group, orderly=orderly, message_model=model)
        self.consumer.set_namesrv_addr(self.names)
        self.consumer.set_instance_name(f'i{os.getpid()}')
        if threads:
            self.consumer.set_thread_count(threads)

        def listen(message):
            if message.body == SEED.encode():
                return SUCCESS
            if brief:
                tell_briefly(message)
                return SUCCESS
            tell(got=details(message))
            return LATER if message.reconsume_times < fails else SUCCESS

        self.consumer.listen(topic, expression, listen)
        self.consumer.start()
        tell(started=True)

    def pull(self, group, topic, expression='*'):
        consumer = PullConsumer(group)
        consumer.set_namesrv_addr(self.names)
        consumer.start()
        tell(pulled=[details(message) for message in consumer.pull(topic, expression)])
        consumer.shutdown()

    def stop(self):
        # Once in a while the library waits for its own threads for ever.
        thread = threading.Thread(target=self.shut_down, daemon=True)
        thread.start()
        thread.join(10)
        os._exit(0)

    def shut_down(self):
        for name in 'consumer', 'producer':
            if client := getattr(self, name, None):
                client.shutdown()


worker = Worker(sys.argv[1])
for line in sys.stdin:
    order = json.loads(line)
    getattr(worker, order.pop('do'))(**order)
worker.stop()
