// Sends messages as Java's producers do without waiting for each answer, and the floor of the broker that takes them.
//
//   load HOST:PORT TOPIC QUEUES CONNECTIONS SENDS BYTES WINDOW
//       SENDS messages with bodies of BYTES over all CONNECTIONS, of which each has up to WINDOW under way.
//       Prints how many were acknowledged, how many refused, and the microseconds from the first byte to the last answer;
//       status 1 when one was refused, or the broker went away.
//   load serve
//       Listens on a free port, prints HOST:PORT on a line, and acknowledges every frame with the same words.
// One thread, no library, no parsing but for lengths, codes and opaques.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { ROOM = 1 << 18 };
struct peer { int socket, under_way; size_t in_count, out_start, out_count; char in[ROOM], out[ROOM]; };

static long left, acknowledged, refused, number;
static const char *topic;
static int queues, size, window, serving;

static void die(const char *what) { perror(what); exit(1); }

static unsigned word(const char *at) {
    unsigned value;
    memcpy(&value, at, 4);
    return ntohl(value);
}

static void put_word(char *at, unsigned value) {
    value = htonl(value);
    memcpy(at, &value, 4);
}

// Writes a frame with this header and a body of `size` bytes.
static size_t frame(char *to, const char *header, size_t length, size_t body) {
    put_word(to, 4 + length + body);
    put_word(to + 4, length);
    memcpy(to + 8, header, length);
    memset(to + 8 + length, 'x', body);
    return 8 + length + body;
}

static size_t request(char *to) {
    char header[1024];
    number++;
    int length = snprintf(header, sizeof header,
        "{\"code\":310,\"extFields\":{\"a\":\"bench\",\"b\":\"%s\",\"c\":\"TBW102\",\"d\":\"8\",\"e\":\"%ld\",\"f\":\"0\","
        "\"g\":\"1700000000000\",\"h\":\"0\",\"i\":\"UNIQ_KEY\\u00017F000001000018B4AAC2%012lX\\u0002WAIT\\u0001true\","
        "\"j\":\"0\",\"k\":\"false\",\"m\":\"false\"},\"flag\":0,\"language\":\"JAVA\",\"opaque\":%ld,"
        "\"serializeTypeCurrentRPC\":\"JSON\",\"version\":479}", topic, number % queues, number, number);
    return frame(to, header, length, size);
}

static size_t answer(char *to, const char *header, size_t length) {
    char text[512];
    const char *opaque = memmem(header, length, "\"opaque\":", 9);
    long id = opaque ? atol(opaque + 9) : 0;
    int count = snprintf(text, sizeof text,
        "{\"code\":0,\"extFields\":{\"queueId\":\"3\",\"TRACE_ON\":\"true\",\"MSG_REGION\":\"DefaultRegion\","
        "\"msgId\":\"7F0000010000913D0000000000000000\",\"queueOffset\":\"%ld\"},\"flag\":1,\"language\":\"JAVA\","
        "\"opaque\":%ld,\"serializeTypeCurrentRPC\":\"JSON\",\"version\":479}", id, id);
    return frame(to, text, count, 0);
}

static void fill(struct peer *p) {
    if (p->out_start == p->out_count) p->out_start = p->out_count = 0;
    while (!serving && left > 0 && p->under_way < window && p->out_count + 1100 + size <= ROOM) {
        p->out_count += request(p->out + p->out_count);
        p->under_way++, left--;
    }
}

static void judge(const char *header, size_t length) {
    const char *code = memmem(header, length, "\"code\":", 7);
    if (code && code[7] == '0') acknowledged++; else refused++;
}

// Takes whole frames of what has come in; stops where an answer has no room.
static void take(struct peer *p) {
    size_t at = 0, whole;
    for (; p->in_count - at >= 8 && p->in_count - at >= (whole = 4 + (size_t)word(p->in + at)); at += whole) {
        size_t length = word(p->in + at + 4) & 0xFFFFFF;
        if (whole > ROOM || length + 8 > whole) errno = EPROTO, die("frame");
        if (!serving) {
            judge(p->in + at + 8, length);
            p->under_way--;
        } else if (p->out_count + 512 <= ROOM) {
            p->out_count += answer(p->out + p->out_count, p->in + at + 8, length);
        } else break;
    }
    memmove(p->in, p->in + at, p->in_count -= at);
}

// Moves one connection on until the socket has enough; false when the other side has gone.
static int advance(struct peer *p) {
    for (int moved = 1; moved;) {
        moved = 0;
        fill(p);
        while (p->out_start < p->out_count) {
            ssize_t n = write(p->socket, p->out + p->out_start, p->out_count - p->out_start);
            if (n < 0 && errno == EAGAIN) break;
            if (n <= 0) return 0;
            p->out_start += n, moved = 1;
        }
        if (p->out_start == p->out_count) p->out_start = p->out_count = 0;
        if (p->in_count < ROOM) {
            ssize_t n = read(p->socket, p->in + p->in_count, ROOM - p->in_count);
            if (n == 0 || (n < 0 && errno != EAGAIN)) return 0;
            if (n > 0) p->in_count += n, moved = 1;
        }
        take(p);
    }
    return 1;
}

static void enroll(int queue, struct peer *p, int socket) {
    struct epoll_event e = {.events = EPOLLIN | EPOLLOUT | EPOLLET, .data.ptr = p};
    int one = 1;
    p->socket = socket;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    if (epoll_ctl(queue, EPOLL_CTL_ADD, socket, &e) < 0) die("epoll_ctl");
}

static void serve(void) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    int door = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), queue = epoll_create1(EPOLL_CLOEXEC);
    struct epoll_event e = {.events = EPOLLIN, .data.ptr = NULL};
    if (bind(door, (struct sockaddr *)&address, length) < 0 || listen(door, 64) < 0) die("listen");
    if (getsockname(door, (struct sockaddr *)&address, &length) < 0) die("getsockname");
    if (epoll_ctl(queue, EPOLL_CTL_ADD, door, &e) < 0) die("epoll_ctl");
    printf("127.0.0.1:%d\n", ntohs(address.sin_port));
    fflush(stdout);
    for (struct epoll_event ready[64];;) {
        for (int i = 0, n = epoll_wait(queue, ready, 64, -1); i < n; i++) {
            struct peer *p = ready[i].data.ptr;
            if (p) {
                if (!advance(p)) close(p->socket), free(p);
            } else {
                int socket = accept4(door, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
                if (socket >= 0) enroll(queue, calloc(1, sizeof *p), socket);
            }
        }
    }
}

int main(int argc, char **argv) {
    if (argc == 2 && !strcmp(argv[1], "serve")) return serving = 1, serve(), 0;
    if (argc != 8) return fputs("see the head of load.c\n", stderr), 2;
    struct sockaddr_in to = {.sin_family = AF_INET};
    char *colon = strrchr(argv[1], ':');
    if (!colon || (*colon = 0, !inet_aton(argv[1], &to.sin_addr))) return 2;
    to.sin_port = htons(atoi(colon + 1));
    topic = argv[2], queues = atoi(argv[3]), size = atoi(argv[6]), window = atoi(argv[7]);
    int connections = atoi(argv[4]), queue = epoll_create1(EPOLL_CLOEXEC);
    long sends = left = atol(argv[5]);
    if (queues < 1 || size < 0 || size > ROOM / 2 || strlen(topic) > 127) return 2;
    struct timespec begin, end;
    for (int i = 0; i < connections; i++) {
        int s = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (s < 0 || connect(s, (struct sockaddr *)&to, sizeof to) < 0) die("connect");
        fcntl(s, F_SETFL, O_NONBLOCK);
        struct peer *p = calloc(1, sizeof *p);
        if (!p) die("calloc");
        enroll(queue, p, s);
    }
    clock_gettime(CLOCK_MONOTONIC, &begin);
    for (struct epoll_event ready[64]; acknowledged + refused < sends;) {
        int n = epoll_wait(queue, ready, 64, 30000);
        if (n == 0) errno = ETIMEDOUT, die("no answer");
        for (int i = 0; i < n; i++) if (!advance(ready[i].data.ptr)) errno = ECONNRESET, die("the broker");
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    printf("%ld %ld %ld\n", acknowledged, refused,
        (end.tv_sec - begin.tv_sec) * 1000000L + (end.tv_nsec - begin.tv_nsec) / 1000);
    return refused > 0;
}
