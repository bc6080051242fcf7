#!/usr/bin/env bash
# Every gate and every test, cheapest first; stops at the first that fails. The plain test run comes last, so that its
# closing line is the last line.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

started=$SECONDS
gate() {
    printf '\n== %s (at %d s)\n' "$1" $((SECONDS - started))
    shift
    "$@"
}

# Tests that run the tool itself take this binary.
export MQADMIN=$PWD/.build/release/mqadmin
# XCTest itself leaks, and these tests do not need it.
swift_test=(swift test --disable-xctest)
export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=1}
export LSAN_OPTIONS=${LSAN_OPTIONS:-suppressions=$PWD/scripts/leak-suppressions}
export TSAN_OPTIONS=${TSAN_OPTIONS:-halt_on_error=1}

gate 'system packages' scripts/install-dependencies.sh --tests
gate 'format, style, imports, scripts' scripts/lint.sh
gate 'release build' make --no-print-directory build
gate 'release binary: libraries, size, start-up' scripts/check-binary
gate 'man pages and completions' scripts/check-docs
gate 'recipes' scripts/check-recipes
gate 'release archives' scripts/check-package
gate 'the shell in a pseudo-terminal' python3 -B Tests/Terminal/test_shell.py
if [ -x .build/clients/bin/python ]; then
    gate 'the C++ client on a sandbox' .build/clients/bin/python -B Tests/Clients/test_clients.py
fi
gate 'a sandbox that is killed, and a full disk' python3 -B Tests/Storage/test_storage.py
gate 'tests with AddressSanitizer' \
    "${swift_test[@]}" --quiet --sanitize=address --scratch-path .build/asan
gate 'tests with ThreadSanitizer' \
    "${swift_test[@]}" --quiet --sanitize=thread --scratch-path .build/tsan -Xswiftc -DTHREAD_SANITIZER
gate 'tests' "${swift_test[@]}"
