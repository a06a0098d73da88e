#!/usr/bin/env bash
# For other scripts: prints messages, finds a free port, and installs system packages as root, or names the missing one.

say() { printf '%s\n' "$*" >&2; }

# install_missing PACKAGE COMMAND...: installs a system package unless its commands exist.
install_missing() {
    local package=$1
    shift
    local missing=0 command
    for command in "$@"; do command -v "$command" >/dev/null 2>&1 || missing=1; done
    [ "$missing" = 0 ] && return
    install_package "$package"
}

install_package() {
    local package=$1
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
        say "Missing: $package. Install it as root, for example with: apt-get install $package"
        exit 1
    fi
    say "Installing $package"
    export DEBIAN_FRONTEND=noninteractive
    # The lists are fetched once for all missing packages.
    if [ -z "${PACKAGE_LISTS_ARE_FRESH:-}" ]; then
        apt-get update -qq >&2
        PACKAGE_LISTS_ARE_FRESH=yes
    fi
    # Debian's packages would start servers of their own; only ours are wanted.
    if [ "$package" = postgresql ] && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
        mkdir -p /etc/postgresql-common
        echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
    fi
    local policy=/usr/sbin/policy-rc.d ours=0 status=0
    if [ ! -e "$policy" ]; then
        ours=1
        printf '#!/bin/sh\nexit 101\n' >"$policy"
        chmod +x "$policy"
    fi
    apt-get install -y -qq -o Dpkg::Options::=--force-confold "$package" >/dev/null </dev/null || status=$?
    [ "$ours" = 0 ] || rm -f "$policy"
    return "$status"
}

free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 20000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
}

# stop_process PID SIGNAL: ends a process by its id, and waits until it is gone.
stop_process() {
    local pid=$1 signal=$2
    kill "-$signal" "$pid" 2>/dev/null || return 0
    for _ in $(seq 100); do
        kill -0 "$pid" 2>/dev/null || return 0
        sleep 0.1
    done
    kill -KILL "$pid" 2>/dev/null || true
}
