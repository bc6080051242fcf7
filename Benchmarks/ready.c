// Starts a server, and ends it once it has printed a line; prints what it took:
//   microseconds from fork to the line, peak resident set by then in KiB
// In C for the reason that measure.c gives.
//
//   ready COMMAND [ARGUMENT...]
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long peak(pid_t child) {
    char path[64], line[256];
    long kib = 0;
    snprintf(path, sizeof path, "/proc/%d/status", child);
    FILE *status = fopen(path, "re");
    while (status && fgets(line, sizeof line, status)) sscanf(line, "VmHWM: %ld", &kib);
    if (status) fclose(status);
    return kib;
}

int main(int argc, char **argv) {
    struct timespec begin, end;
    int ends[2];
    char byte = 0;
    if (argc < 2) return 2;
    if (pipe(ends) < 0) return perror("ready"), 1;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execv(argv[1], argv + 1);
        perror(argv[1]);
        _exit(127);
    }
    close(ends[1]);
    while (byte != '\n' && read(ends[0], &byte, 1) == 1) {}
    clock_gettime(CLOCK_MONOTONIC, &end);
    long memory = child > 0 ? peak(child) : 0;
    if (child > 0) kill(child, SIGTERM), waitpid(child, NULL, 0);
    if (byte != '\n') return fprintf(stderr, "ready: %s said nothing\n", argv[1]), 1;
    printf("%ld %ld\n", (end.tv_sec - begin.tv_sec) * 1000000L + (end.tv_nsec - begin.tv_nsec) / 1000, memory);
    return 0;
}
