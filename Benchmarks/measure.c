// Runs a command with its standard output in a file, and prints what it took:
//   microseconds from fork to exit, microseconds of processor time, peak resident set in KiB, exit status
// In C because a child's peak resident set counts its parent's from before exec: this one is smaller than any child.
//
//   measure FILE COMMAND [ARGUMENT...]
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long microseconds(struct timeval t) { return t.tv_sec * 1000000L + t.tv_usec; }

int main(int argc, char **argv) {
    struct timespec begin, end;
    struct rusage usage;
    int status;
    if (argc < 3) return 2;
    int output = open(argv[1], O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (output < 0) return perror(argv[1]), 1;

    clock_gettime(CLOCK_MONOTONIC, &begin);
    pid_t child = fork();
    if (child == 0) {
        dup2(output, STDOUT_FILENO);
        execv(argv[2], argv + 2);
        perror(argv[2]);
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &usage) < 0) return perror("measure"), 1;
    clock_gettime(CLOCK_MONOTONIC, &end);

    printf("%ld %ld %ld %d\n", (end.tv_sec - begin.tv_sec) * 1000000L + (end.tv_nsec - begin.tv_nsec) / 1000,
        microseconds(usage.ru_utime) + microseconds(usage.ru_stime), usage.ru_maxrss,
        WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    return 0;
}
