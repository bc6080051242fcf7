#!/usr/bin/env bash
# Installs the system packages that are missing; silent when none is.
# usage: install-dependencies.sh [--tests]     (--tests: also what the gates of `make test` need)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

packages=(libuv1-dev libreadline-dev zlib1g-dev liblz4-dev libzstd-dev libssl-dev libyaml-dev)
if [ "${1:-}" = --tests ]; then packages+=(zsh fish mandoc python3 python3-pexpect librocksdb-dev dpkg-dev lintian); fi
# A python3 that is not Debian's brings its own.
if [ "${1:-}" = --tests ] && ! python3 -c 'import ensurepip' 2>/dev/null; then packages+=(python3-venv); fi

installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# The four tools count wherever they come from; a library only as a package, headers and archive together.
missing=()
for package in "${packages[@]}"; do
    command -v "$package" >/dev/null || installed "$package" || missing+=("$package")
done

log=$(mktemp)
trap 'rm -f "$log"' EXIT
fail() {
    printf 'install-dependencies: %s\n' "$@" >&2
    exit 1
}

# The Apache C++ client, which only Python's package index has; its test is left out where there is none.
install_client() {
    local folder=.build/clients
    compgen -G "$folder/lib/python3*/site-packages/rocketmq-0.4.4.dist-info/RECORD" >/dev/null && return
    echo "installing rocketmq 0.4.4 in $folder" >&2
    python3 -m venv --clear $folder >"$log" 2>&1 || { cat "$log" >&2; fail "no virtual environment in $folder"; }
    $folder/bin/pip install --disable-pip-version-check rocketmq==0.4.4 >"$log" 2>&1 && return
    rm -rf $folder
    grep -q 'Retrying (' "$log" || { cat "$log" >&2; fail "pip could not install rocketmq 0.4.4"; }
    echo 'install-dependencies: pip cannot reach the package index: the test of the C++ client is left out' >&2
}

install_packages() {
    if ! command -v apt-get >/dev/null; then
        fail "apt-get was not found. Debian calls what is needed: ${missing[*]}" \
            "install these with the package manager at hand, then set MQADMIN_SKIP_DEPS=1"
    fi
    as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "neither root nor sudo; as root: apt-get install ${missing[*]}"
        as_root=(sudo)
    fi

    apt() {
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120 "$@" >"$log" 2>&1 </dev/null
    }
    install() { apt install -y --no-install-recommends "${missing[@]}"; }

    echo "installing ${missing[*]}" >&2
    # A fresh machine has no package lists, an old one has stale lists: both show as a failed first try.
    install || { apt update && install; } || {
        cat "$log" >&2
        fail "apt-get could not install ${missing[*]}"
    }
}

if [ ${#missing[@]} -gt 0 ] && [ -z "${MQADMIN_SKIP_DEPS:-}" ]; then install_packages; fi
if [ "${1:-}" = --tests ]; then install_client; fi
