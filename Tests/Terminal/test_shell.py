"""The shell in a pseudo-terminal, as a user meets it. Needs the binary ($MQADMIN) and pexpect."""

import os
import pathlib
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import pexpect

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(__file__))
from peers import BINARY, Proxy, sandbox

PROMPT = r'DefaultCluster> $'


class ShellTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cluster = cls.enterClassContext(sandbox('--topics', 'ORDERS:4,Orders-eu:2,EVENTS:1'))

    def setUp(self):
        self.home = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.history = self.home / '.local/state/mqadmin/history'

    def environment(self, **more):
        return {
            'PATH': os.environ['PATH'], 'HOME': str(self.home), 'TERM': 'xterm', 'LANG': 'C.UTF-8', 'NO_COLOR': '1',
            'NAMESRV_ADDR': self.cluster, 'PAGER': '', 'TZ': 'UTC', **more}

    def open(self, *arguments, prompt=PROMPT, size=(24, 120), **environment):
        shell = pexpect.spawn(
            BINARY, list(arguments), env=self.environment(**environment), dimensions=size, encoding='utf-8', timeout=int(os.environ.get("EXPECT", "10")))
        shell.delaybeforesend = None
        self.addCleanup(shell.close, force=True)
        if prompt:
            shell.expect(prompt)
        return shell

    def enter(self, shell, line, prompt=PROMPT):
        """Types a line, and returns what it printed."""
        shell.sendline(line)
        shell.expect(prompt)
        return shell.before

    def typed(self, shell, pattern):
        """Waits until the line being typed ends so; readline only writes what differs, so the screen is drawn anew."""
        for _ in range(30):
            shell.send('\x0c')
            if shell.expect([pattern + ' ?$', pexpect.TIMEOUT], timeout=0.3) == 0:
                return
        self.fail(f'{pattern!r} is not what ends {shell.before!r}')

    def leave(self, shell):
        shell.sendeof()
        shell.expect(pexpect.EOF)
        shell.wait()
        return shell.exitstatus

    def script(self, *arguments, text=None, **environment):
        return subprocess.run(
            [BINARY, 'shell', *arguments], input=text, env=self.environment(**environment), capture_output=True,
            text=True, timeout=60)


class Typing(ShellTest):
    def test_a_command_runs_as_it_does_alone(self):
        shell = self.open()
        alone = subprocess.run([BINARY, 'topicList'], env=self.environment(), capture_output=True, text=True).stdout
        self.assertIn(alone.replace('\n', '\r\n'), self.enter(shell, 'topicList'))
        self.assertIn('ORDERS', self.enter(shell, 'mqadmin topicRoute -t ORDERS --json'))
        self.assertEqual(self.leave(shell), 0)

    def test_an_error_is_one_line_and_the_shell_goes_on(self):
        shell = self.open('shell')
        self.assertIn("unknown command 'topicLits'; did you mean", self.enter(shell, 'topicLits'))
        self.assertIn('TOPIC_NOT_EXIST', self.enter(shell, 'topicRoute -t NONE'))
        text = self.enter(shell, 'explain last')
        self.assertRegex(text, r'status 4: .*\r\n.*TOPIC_NOT_EXIST')
        self.assertIn('asked', text)
        self.assertIn('4', self.enter(shell, '! true; echo'))

    def test_help_knows_the_words_of_the_shell(self):
        shell = self.open()
        self.assertIn('Usage: watch <duration> <command>', self.enter(shell, 'help watch'))
        self.assertIn('Usage: mqadmin updateTopic', self.enter(shell, 'help updatetopic'))
        text = self.enter(shell, 'help')
        self.assertIn('In this shell', text)
        self.assertIn('repeat <number> <command>', text)

    def test_multi_byte_text_is_edited_by_character(self):
        shell = self.open(LANG='C')
        shell.send("! echo '主题题'\x1b[D\x7f\x1b[D\x1b[D<\x05\x1b[D>\r")
        shell.expect('\r<主题>')

    def test_a_quote_may_span_lines_and_ctrl_c_gives_it_up(self):
        shell = self.open()
        shell.sendline("topicRoute -t 'a")
        shell.expect('\n.*> $')
        shell.sendintr()
        shell.expect(PROMPT)
        self.assertIn('mqadmin 0', self.enter(shell, 'version'))
        shell.sendline('version \\')
        shell.expect('\n.*> $')
        self.assertIn('"kind": "version"', self.enter(shell, '--json'))

    def test_a_dumb_terminal_does(self):
        shell = self.open(TERM='dumb', prompt='> $', NO_COLOR='')
        self.assertIn('ORDERS', self.enter(shell, 'topicList', '> $'))
        self.assertNotIn('\x1b', shell.before)
        self.assertEqual(self.leave(shell), 0)

    def test_a_window_of_another_size_is_noticed(self):
        shell = self.open()
        shell.send('help updateTopic')
        shell.expect('help updateTopic')
        shell.setwinsize(40, 60)
        time.sleep(0.2)
        shell.send('\r')
        shell.expect(PROMPT)
        narrow = subprocess.run(
            [BINARY, 'help', 'updateTopic'], env=self.environment(COLUMNS='60'), capture_output=True, text=True).stdout
        self.assertIn(narrow.replace('\n', '\r\n'), shell.before)

    def test_ten_thousand_pasted_lines_all_run(self):
        for brackets in (('\x1b[200~', '\x1b[201~'), ('', '')):
            with self.subTest(bracketed=bool(brackets[0])):
                out = self.home / 'lines'
                out.unlink(missing_ok=True)
                shell = self.open()
                shell.maxread = 1 << 20
                lines = ''.join(
                    f'N={number}' + (f'; version >> {out}\n' if number % 1000 == 0 else '\n') for number in range(10_000))
                # The shell answers while it is being written to: somebody has to listen.
                text = brackets[0] + lines + brackets[1] + '! echo $N-th\n'
                threading.Thread(target=shell.send, args=(text,), daemon=True).start()
                shell.expect('[\r\n]9999-th', timeout=120)
                self.assertEqual(out.read_text().count('mqadmin'), 10)
                shell.close(force=True)

    def test_it_leaves_with_the_status_of_quit(self):
        shell = self.open()
        shell.sendline('quit 7')
        shell.expect(pexpect.EOF)
        shell.wait()
        self.assertEqual(shell.exitstatus, 7)

    def test_without_a_name_server_it_says_so(self):
        shell = self.open(prompt='not connected> $', NAMESRV_ADDR='')
        self.assertIn('no name server is given', self.enter(shell, 'topicList', 'not connected> $'))
        shell.sendline(f'use {self.cluster}')
        shell.expect(PROMPT)
        self.assertIn('ORDERS', self.enter(shell, 'topicList'))


class Tab(ShellTest):
    def test_commands_options_and_names_are_completed(self):
        shell = self.open()
        shell.send('topicro\t')
        self.typed(shell, 'topicRoute')
        shell.send('-t ev\t')
        self.typed(shell, 'topicRoute -t EVENTS')
        shell.send('--li\t')
        self.typed(shell, 'topicRoute -t EVENTS --list')
        self.assertIn('#BrokerName', self.enter(shell, ''))

    def test_two_tabs_list_the_topics(self):
        shell = self.open()
        shell.send('topicRoute -t \t\t')
        shell.expect('wheel_timer[\\s\\S]*topicRoute -t $')
        self.assertIn('ORDERS', shell.before)
        self.assertIn('EVENTS', shell.before)
        shell.send('ord\t')
        self.typed(shell, 'topicRoute -t ORDERS')
        shell.send('\t\t')
        shell.expect('ORDERS +Orders-eu')

    def test_brokers_groups_keys_and_clients_are_known(self):
        shell = self.open()
        for typed, expected in (
                ('brokerStatus -b \t', r'127\.0\.0\.1:\d+'), ('topicList -c\x15clusterList -c D\t', 'DefaultCluster'),
                ('updateTopic -a +mes\tFI\t', r'\+message\.type=FIFO'), ('wipeWritePerm -b br\t', 'broker-a')):
            shell.send(typed)
            self.typed(shell, expected)
            shell.send('\x15')
        # The first Tab asks for what nobody has asked for yet.
        shell.send('updateBrokerConfig -k brokerNa\t')
        time.sleep(1)
        shell.send('\t')
        self.typed(shell, 'brokerName')

    def test_a_topic_that_was_just_made_is_offered(self):
        shell = self.open()
        self.enter(shell, 'updateTopic -t Fresh-one')
        time.sleep(0.5)
        shell.send('topicRoute -t fresh\t')
        self.typed(shell, 'Fresh-one')

    def test_files_are_completed(self):
        (self.home / 'some file.mq').write_text('version\n')
        shell = self.open()
        shell.send('source ~/some\t')
        self.typed(shell, "source '~/some file.mq'")

    def test_no_key_waits_for_a_dead_name_server(self):
        with Proxy() as silent:
            shell = self.open(prompt='> $', NAMESRV_ADDR=silent.address)
            slowest = []
            for _ in range(3):
                times = [self.key(shell, character) for character in 'topicRoute -t ']
                times += [self.key(shell, '\t', '\x07') for _ in range(3)]
                slowest.append(max(times))
                shell.send('\x15')
                time.sleep(0.1)
            self.assertLess(min(slowest), 0.05, slowest)

    def key(self, shell, key, answer=None):
        start = time.monotonic()
        shell.send(key)
        shell.expect_exact(answer or key)
        return time.monotonic() - start


class History(ShellTest):
    def test_it_lasts_over_two_sessions(self):
        first = self.open()
        self.enter(first, 'topicRoute -t ORDERS -l')
        self.leave(first)
        self.assertEqual(stat.S_IMODE(self.history.stat().st_mode), 0o600)
        second = self.open()
        second.send('\x1b[A')
        second.expect('topicRoute -t ORDERS -l')
        second.sendintr()
        second.expect(PROMPT)
        second.send('\x12ORD\r')
        second.expect(PROMPT)
        self.assertIn('#BrokerName', second.before)
        self.assertIn('1  topicRoute -t ORDERS -l', self.enter(second, 'history'))

    def test_shells_share_it(self):
        first, second = self.open(), self.open()
        self.enter(first, 'version --json')
        self.enter(second, 'topicList')
        self.assertRegex(self.enter(second, 'history'), r'version --json[\s\S]*topicList')

    def test_secrets_stay_out(self):
        shell = self.open()
        for line in ('createUser -u a -p geheim -b 127.0.0.1:1', 'ROCKETMQ_ACL_SECRET_KEY=geheim', ' version geheim'):
            self.enter(shell, line)
        self.enter(shell, 'version')
        self.assertEqual(self.history.read_text(), 'version\n')
        self.assertNotIn('geheim', self.enter(shell, 'history'))


class Contexts(ShellTest):
    def keep(self, name, *options):
        subprocess.run(
            [BINARY, 'config', 'set', name, *options], env=self.environment(), check=True, stdout=subprocess.DEVNULL)

    def test_use_turns_to_another_cluster_and_the_prompt_says_so(self):
        self.keep('here', '-n', self.cluster)
        self.keep('nowhere', '-n', '127.0.0.1:1')
        shell = self.open()
        self.enter(shell, 'use here', 'here/DefaultCluster> $')
        self.assertIn('ORDERS', self.enter(shell, 'topicList', 'here/DefaultCluster> $'))
        self.enter(shell, 'use nowhere', 'not connected> $')
        self.assertIn('127.0.0.1:1: connection refused', self.enter(shell, 'topicList', 'not connected> $'))
        self.assertIn("no context 'her': did you mean 'here'?", self.enter(shell, 'use her', 'not connected> $'))
        shell.send('use he\t')
        self.typed(shell, 'use here')

    def test_a_protected_context_is_red_and_keeps_what_is_there(self):
        self.keep('prod', '-n', self.cluster, '--protected')
        shell = self.open('shell', '--context', 'prod', prompt='\x1b\\[31mprod/DefaultCluster>', NO_COLOR='')
        refusal = self.enter(shell, 'deleteTopic -t EVENTS -c DefaultCluster --yes', '\x1b\\[31mprod/DefaultCluster>')
        self.assertIn("'prod' is protected", refusal)
        self.assertIn('EVENTS', self.enter(shell, 'topicList', '\x1b\\[31mprod/DefaultCluster>'))


class Interrupts(ShellTest):
    def test_ctrl_c_ends_a_hanging_command_and_keeps_the_connection(self):
        with Proxy(self.cluster) as proxy:
            shell = self.open(NAMESRV_ADDR=proxy.address)
            self.enter(shell, 'topicList')
            proxy.silent.set()
            shell.sendline('topicRoute -t ORDERS --timeout 60s')
            self.addCleanup(proxy.silent.clear)
            shell.sendline('topicList')
            time.sleep(0.3)
            start = time.monotonic()
            shell.sendintr()
            shell.expect('> $')
            self.assertLess(time.monotonic() - start, 1)
            proxy.silent.clear()
            accepted = proxy.accepted
            self.assertIn('ORDERS', self.enter(shell, 'topicList', '> $'))
            self.assertEqual(proxy.accepted, accepted)

    def test_ctrl_c_at_the_prompt_clears_the_line(self):
        shell = self.open()
        shell.send('quit 9')
        shell.expect('quit 9')
        shell.sendintr()
        shell.expect(PROMPT)
        self.assertIn('mqadmin 0', self.enter(shell, 'version'))
        self.assertEqual(self.leave(shell), 0)

    def test_many_interrupts_do_no_harm(self):
        shell = self.open()
        for _ in range(20):
            shell.sendline('watch 1s topicList')
            shell.sendintr()
            shell.sendintr()
        self.assertIn('mqadmin 0', self.enter(shell, ''.join('\x15') + 'version', r'for Apache[\s\S]*' + PROMPT) + shell.after)

    def test_the_end_of_the_terminal_ends_it(self):
        shell = self.open()
        shell.kill(signal.SIGTERM)
        shell.expect(pexpect.EOF)
        shell.wait()
        self.assertEqual(shell.exitstatus, 143)


class Cluster(ShellTest):
    def test_its_going_and_coming_back_are_told_once(self):
        with Proxy(self.cluster) as proxy:
            shell = self.open(NAMESRV_ADDR=proxy.address)
            shell.send('topicL')
            proxy.close()
            shell.expect('mqadmin: not connected: .*refused', timeout=15)
            shell.expect('not connected> topicL')
            time.sleep(4)
            proxy.open()
            shell.expect('mqadmin: connected again', timeout=15)
            self.assertNotIn('refused', shell.before)
            shell.expect('DefaultCluster> topicL')
            self.assertIn('ORDERS', self.enter(shell, 'ist'))

    def test_one_connection_serves_all_commands(self):
        with Proxy(self.cluster) as proxy:
            shell = self.open(NAMESRV_ADDR=proxy.address)
            for _ in range(5):
                self.enter(shell, 'topicList')
            self.assertEqual(proxy.accepted, 1)


class Language(ShellTest):
    def test_output_goes_to_programs_and_files(self):
        shell = self.open()
        self.assertIn('\r1\r\n', self.enter(shell, 'topicList | grep -c EVENTS'))
        out = self.home / 'out'
        self.enter(shell, f'topicList > {out}; version >> {out}')
        self.assertRegex(out.read_text(), r'EVENTS\n[\s\S]*mqadmin 0')
        self.assertIn('\rx y\r\n', self.enter(shell, "A='x y'; ! echo $A"))
        self.assertIn('BenchmarkTest', self.enter(shell, 'topicList | head -1'))

    def test_watch_repeats_until_interrupted(self):
        shell = self.open()
        shell.sendline('watch 100ms topicList')
        for _ in range(3):
            shell.expect('every 100ms: topicList')
            shell.expect('ORDERS')
        shell.sendintr()
        shell.expect(PROMPT)

    def test_repeat_time_last_and_set(self):
        shell = self.open()
        self.assertEqual(self.enter(shell, 'repeat 3 version').count('for Apache'), 3)
        self.assertRegex(self.enter(shell, 'time version'), r'took \d+\.\d ms')
        self.enter(shell, 'clusterList')
        self.assertIn('"brokerName":"broker-a"', self.enter(shell, 'last --json'))
        self.assertIn('brokerName: broker-a', self.enter(shell, 'last yaml'))
        self.enter(shell, 'set output json')
        self.assertIn('"kind": "topicList"', self.enter(shell, 'topicList'))
        self.assertIn('EVENTS\r\n', self.enter(shell, 'topicList --output text'))
        self.assertIn('output json', self.enter(shell, 'set'))
        self.assertIn('expected text, json', self.enter(shell, 'set output xml'))

    def test_the_start_file_is_read(self):
        folder = self.home / '.config/mqadmin'
        folder.mkdir(parents=True)
        (folder / 'shellrc').write_text('# mine\nset output json\nnonsense\n')
        shell = self.open(prompt=None)
        shell.expect('shellrc:3: unknown command')
        shell.expect(PROMPT)
        self.assertIn('"kind": "version"', self.enter(shell, 'version'))

    def test_long_output_goes_through_the_pager(self):
        shell = self.open(PAGER='cat >/dev/null; echo paged')
        self.assertIn('paged', self.enter(shell, 'help updateTopic'))
        self.assertNotIn('paged', self.enter(shell, 'version'))
        self.assertNotIn('paged', self.enter(shell, 'help updateTopic | cat'))
        self.assertNotIn('paged', self.script('-e', 'help updateTopic', PAGER='echo paged').stdout)

    def test_colours_respect_the_user(self):
        red = '\x1b[31m'
        self.assertIn(red, self.enter(self.open(NO_COLOR='', prompt='DefaultCluster>'), 'nope', 'DefaultCluster>'))
        self.assertNotIn(red, self.enter(self.open(), 'nope'))
        self.assertIn(red, self.enter(self.open('shell', '--color', 'always', prompt='DefaultCluster>'), 'nope', 'DefaultCluster>'))
        self.assertNotIn(red, self.enter(self.open('shell', '--color', 'never', NO_COLOR=''), 'nope'))


class Scripts(ShellTest):
    def test_the_first_failure_ends_it_with_its_status(self):
        run = self.script('-e', 'version; topicRoute -t NONE; version')
        self.assertEqual((run.returncode, run.stdout.count('Apache')), (4, 1))
        self.assertRegex(run.stderr, r'^mqadmin: line 1: .*TOPIC_NOT_EXIST')

    def test_it_may_go_on(self):
        run = self.script('--keep-going', '-', text='version\n\ntopicRoute -t NONE\nnope\nversion\n')
        self.assertEqual((run.returncode, run.stdout.count('Apache')), (4, 2))
        self.assertRegex(run.stderr, r'line 3: .*\n.*line 4: unknown command')

    def test_errors_name_file_and_line(self):
        file = self.home / 'a.mq'
        file.write_text("# one\nversion \\\n  --json\n\ntopicRoute -t 'x\n")
        run = self.script('-f', str(file))
        self.assertEqual(run.returncode, 2)
        self.assertIn(f"{file}:5: the quote ' is not closed", run.stderr)
        outer = self.home / 'b.mq'
        outer.write_text(f'version\nsource {file}\nversion\n')
        run = self.script('-f', str(outer))
        self.assertEqual((run.returncode, run.stdout.count('Apache')), (2, 1))

    def test_statuses_are_those_of_the_commands(self):
        for text, status in (
                ('version', 0), ('', 0), ('# nothing', 0), ('nope', 2), ('topicRoute', 2), ('! exit 5', 5),
                ('version | (cat; exit 3)', 3), ('topicRoute -t NONE | cat', 4), ('version > /nowhere/x', 1),
                ('topicList -n 127.0.0.1:1', 5), ('quit 6; version', 6), ('a & b', 2), ('set output xml', 2),
                ('deleteTopic -t EVENTS -c DefaultCluster --dry-run', 6), ('topicRoute -t NONE --exit-compat java', 0),
                ('! kill -9 $$', 137), ('help topicList; help', 0), ('explain nothing', 4), ('explain last nothing', 2), ('last', 2), ('shell', 2)):
            with self.subTest(text=text):
                self.assertEqual(self.script('-e', text).returncode, status)
        self.assertEqual(self.script('-f', '/nowhere').returncode, 1)
        self.assertEqual(self.script('-e', 'version', '-').returncode, 2)

    def test_standard_input_is_read_as_it_comes(self):
        process = subprocess.Popen(
            [BINARY, 'shell'], env=self.environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(3):
            process.stdin.write('version\n')
            process.stdin.flush()
            self.assertIn('Apache', process.stdout.readline())
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(timeout=5), 130)
        process.stdin.close()
        process.stdout.close()

    def test_options_hold_for_every_command(self):
        run = self.script('-n', self.cluster, '--json', '-e', 'topicList; clusterList --output csv', NAMESRV_ADDR='')
        self.assertEqual(run.returncode, 0)
        self.assertIn('"kind": "topicList"', run.stdout)

    def test_no_script_leaves_a_trace_in_the_history(self):
        self.script('-e', 'version')
        self.assertFalse(self.history.exists())


class Documents(ShellTest):
    def test_the_session_in_the_readme_is_what_happens(self):
        script = pathlib.Path(__file__).parents[2] / 'scripts/record-session'
        run = subprocess.run([sys.executable, str(script), '--check'], capture_output=True, text=True, timeout=60)
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)


if __name__ == '__main__':
    unittest.main()
