import EventLoop
import Glibc

@main
enum Main {
    static func main() {
        // A parent may have blocked what ends commands and what tells of a child's end.
        var none = sigset_t()
        sigemptyset(&none)
        sigprocmask(SIG_SETMASK, &none, nil)
        BrokenPipe.isError()
        DescriptorLimit.raise()
        let status = Program(arguments: Array(CommandLine.arguments.dropFirst())).run()
        // Not `exit`, which would wait for a name that is still being looked up.
        _exit(status)
    }
}
