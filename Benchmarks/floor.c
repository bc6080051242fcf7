// The floor that mqadmin is measured against: the same bytes over the same sockets, and nothing else. No parsing but
// for lengths and addresses, no library, one thread.
//
//   floor print FILE                                        write FILE to standard output
//   floor ask HOST:PORT REQUESTS                            send what the file REQUESTS holds, read every response
//   floor ask HOST:PORT REQUESTS BROKER-REQUESTS [MILLIS]   then send BROKER-REQUESTS to each broker that the
//                                                           response names, all at once, for at most MILLIS
// Prints how many peers answered and with how many bytes.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

struct bytes { char *data; size_t count, capacity; };
struct peer { int socket; int sent; int expected; struct bytes in; size_t frame; };

static void die(const char *what) { perror(what); exit(1); }

static void reserve(struct bytes *b, size_t more) {
    if (b->count + more <= b->capacity) return;
    b->capacity = 2 * b->capacity + more;
    if (!(b->data = realloc(b->data, b->capacity))) die("realloc");
}

static struct bytes slurp(const char *path) {
    struct bytes b = {0};
    int file = open(path, O_RDONLY);
    if (file < 0) die(path);
    for (ssize_t n = 1; n > 0; b.count += n) {
        reserve(&b, 65536);
        if ((n = read(file, b.data + b.count, 65536)) < 0) die(path);
    }
    close(file);
    return b;
}

// Bytes that the frame at `at` takes, 0 while its length has not arrived.
static size_t frame_size(const struct bytes *b, size_t at) {
    unsigned length;
    if (b->count < at + 4) return 0;
    memcpy(&length, b->data + at, 4);
    return 4 + (size_t)ntohl(length);
}

static int frames(const struct bytes *b) {
    int count = 0;
    for (size_t at = 0; at < b->count; at += frame_size(b, at)) count++;
    return count;
}

static struct peer dial(struct in_addr host, int port, int expected) {
    struct peer p = {.socket = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), .expected = expected};
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr = host};
    if (p.socket < 0) die("socket");
    if (connect(p.socket, (struct sockaddr *)&address, sizeof address) < 0 && errno != EINPROGRESS) die("connect");
    return p;
}

// Moves one peer on; true when all its responses are here, or it has gone.
static int advance(struct peer *p, const struct bytes *request) {
    if (!p->sent) {
        if (write(p->socket, request->data, request->count) != (ssize_t)request->count) return errno != EAGAIN;
        p->sent = 1;
    }
    for (;;) {
        reserve(&p->in, 4096);
        ssize_t n = read(p->socket, p->in.data + p->in.count, p->in.capacity - p->in.count);
        if (n <= 0) return n == 0 || errno != EAGAIN;
        p->in.count += n;
        for (size_t size; (size = frame_size(&p->in, p->frame)) && p->in.count >= p->frame + size; p->expected--)
            p->frame += size;
        if (p->expected <= 0) return 1;
    }
}

static long now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void ask(struct peer *peers, int count, const struct bytes *request, long limit) {
    int queue = epoll_create1(EPOLL_CLOEXEC), open_peers = count;
    for (int i = 0; i < count; i++) {
        struct epoll_event e = {.events = EPOLLIN | EPOLLOUT | EPOLLET, .data.u32 = i};
        if (epoll_ctl(queue, EPOLL_CTL_ADD, peers[i].socket, &e) < 0) die("epoll_ctl");
    }
    for (long end = now() + limit, left; open_peers > 0 && (left = end - now()) > 0;) {
        struct epoll_event ready[256];
        int n = epoll_wait(queue, ready, 256, left);
        for (int i = 0; i < n; i++) {
            struct peer *p = &peers[ready[i].data.u32];
            if (p->socket < 0 || !advance(p, request)) continue;
            close(p->socket);
            p->socket = -1;
            open_peers--;
        }
    }
    close(queue);
}

static struct peer *dial_brokers(const struct bytes *response, int expected, int *count) {
    struct peer *peers = NULL;
    char address[64];
    for (size_t i = 0; i < response->count; i++) {
        size_t length = 0;
        int port;
        struct in_addr host;
        if (response->data[i] != '"') continue;
        while (length < sizeof address - 1 && i + 1 + length < response->count
               && strchr("0123456789.:", response->data[i + 1 + length])) length++;
        memcpy(address, response->data + i + 1, length);
        address[length] = 0;
        char *colon = strchr(address, ':');
        if (!colon || (port = atoi(colon + 1)) <= 0) continue;
        *colon = 0;
        if (!inet_aton(address, &host)) continue;
        if (!(peers = realloc(peers, (*count + 1) * sizeof *peers))) die("realloc");
        peers[(*count)++] = dial(host, port, expected);
    }
    return peers;
}

static void print(const struct bytes *b) {
    if (write(1, b->data, b->count) != (ssize_t)b->count) die("write");
}

static void summarize(const struct peer *peers, int count) {
    int answered = 0;
    size_t bytes = 0;
    for (int i = 0; i < count; i++) {
        answered += peers[i].expected <= 0;
        bytes += peers[i].in.count;
    }
    printf("%d %zu\n", answered, bytes);
}

int main(int argc, char **argv) {
    struct rlimit files;
    if (argc < 3) return 2;
    if (!strcmp(argv[1], "print")) {
        struct bytes text = slurp(argv[2]);
        print(&text);
        return 0;
    }
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);

    char *colon = strrchr(argv[2], ':');
    struct in_addr host;
    if (argc < 4 || !colon) return 2;
    *colon = 0;
    if (!inet_aton(argv[2], &host)) return 2;
    struct bytes request = slurp(argv[3]);
    struct peer names = dial(host, atoi(colon + 1), frames(&request));
    ask(&names, 1, &request, 30000);
    if (names.expected > 0) return 1;
    if (argc == 4) return summarize(&names, 1), 0;

    struct bytes broker_request = slurp(argv[4]);
    int count = 0;
    struct peer *brokers = dial_brokers(&names.in, frames(&broker_request), &count);
    ask(brokers, count, &broker_request, argc > 5 ? atol(argv[5]) : 30000);
    summarize(brokers, count);
    return 0;
}
