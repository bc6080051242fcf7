// The floor of a command that sends many requests: the same requests to the same servers, all at once, and every byte of
// the responses read and thrown away. One thread, no library, no parsing but for lengths.
//
//   replay PLAN             each line of PLAN is HOST:PORT and a file of requests, sent over one connection
// Prints how many responses came, and their bytes.
//
//   replay decode FILE ROUNDS    go through the stored messages of FILE, and copy each
// Prints how many messages there were.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

struct flow {
    int socket;
    const char *requests;
    size_t size, sent;
    long expected;
    // Of the response that is coming in: bytes of its length that are here, and bytes still to come.
    unsigned char length[4];
    size_t known, left;
};

static long responses, bytes;

static void die(const char *what) { perror(what); exit(1); }

static const char *map(const char *path, size_t *size) {
    struct stat status;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0 || fstat(file, &status) < 0) die(path);
    *size = status.st_size;
    const char *data = mmap(NULL, *size, PROT_READ, MAP_PRIVATE, file, 0);
    if (data == MAP_FAILED) die(path);
    close(file);
    return data;
}

static size_t word(const char *at) {
    unsigned value;
    memcpy(&value, at, 4);
    return ntohl(value);
}

static void dial(struct flow *f, char *address, const char *path) {
    struct sockaddr_in to = {.sin_family = AF_INET};
    char *colon = strrchr(address, ':');
    if (!colon) exit(2);
    *colon = 0;
    to.sin_port = htons(atoi(colon + 1));
    if (!inet_aton(address, &to.sin_addr)) exit(2);
    f->requests = map(path, &f->size);
    for (size_t at = 0; at + 4 <= f->size; at += 4 + word(f->requests + at)) f->expected++;
    f->socket = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (f->socket < 0) die("socket");
    if (connect(f->socket, (struct sockaddr *)&to, sizeof to) < 0 && errno != EINPROGRESS) die("connect");
}

// Counts the responses that end in `count` bytes at `data`.
static void count(struct flow *f, const char *data, size_t n) {
    bytes += n;
    while (n > 0) {
        if (f->known < 4) {
            f->length[f->known++] = *data++;
            n--;
            if (f->known == 4) f->left = word((char *)f->length);
            if (f->known < 4 || f->left) continue;
        }
        size_t part = n < f->left ? n : f->left;
        data += part, n -= part, f->left -= part;
        if (!f->left) responses++, f->expected--, f->known = 0;
    }
}

// Moves one connection on; true when all its responses are here, or the other side has gone.
static int advance(struct flow *f) {
    static char buffer[1 << 18];
    while (f->sent < f->size) {
        ssize_t n = write(f->socket, f->requests + f->sent, f->size - f->sent);
        if (n < 0 && errno != EAGAIN) return 1;
        if (n <= 0) break;
        f->sent += n;
    }
    while (f->expected > 0) {
        ssize_t n = read(f->socket, buffer, sizeof buffer);
        if (n <= 0) return n == 0 || errno != EAGAIN;
        count(f, buffer, n);
    }
    return 1;
}

static void decode(const char *path, long rounds) {
    size_t size;
    const char *data = map(path, &size);
    long messages = 0;
    volatile char last = 0;
    for (; rounds > 0; rounds--) {
        for (size_t at = 0, length; at + 4 <= size; at += length, messages++) {
            length = word(data + at);
            char *copy = malloc(length);
            memcpy(copy, data + at, length);
            last = copy[length - 1];
            free(copy);
        }
    }
    printf("%ld %d\n", messages, last);
}

int main(int argc, char **argv) {
    if (argc == 4 && !strcmp(argv[1], "decode")) return decode(argv[2], atol(argv[3])), 0;
    if (argc != 2) return 2;
    FILE *plan = fopen(argv[1], "re");
    if (!plan) die(argv[1]);
    struct flow *flows = NULL;
    char address[64], path[512];
    int count = 0, queue = epoll_create1(EPOLL_CLOEXEC);
    while (fscanf(plan, "%63s %511s", address, path) == 2) {
        if (!(flows = realloc(flows, (count + 1) * sizeof *flows))) die("realloc");
        flows[count] = (struct flow){0};
        dial(&flows[count++], address, path);
    }
    for (int i = 0; i < count; i++) {
        struct epoll_event e = {.events = EPOLLIN | EPOLLOUT | EPOLLET, .data.u32 = i};
        if (epoll_ctl(queue, EPOLL_CTL_ADD, flows[i].socket, &e) < 0) die("epoll_ctl");
    }
    for (int open = count; open > 0;) {
        struct epoll_event ready[256];
        int n = epoll_wait(queue, ready, 256, 60000);
        if (n == 0) return 1;
        for (int i = 0; i < n; i++) {
            struct flow *f = &flows[ready[i].data.u32];
            if (f->socket < 0 || !advance(f)) continue;
            close(f->socket);
            f->socket = -1;
            open--;
        }
    }
    printf("%ld %ld\n", responses, bytes);
    return 0;
}
