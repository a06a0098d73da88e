#!/usr/bin/env bash
# For other scripts: finds PostgreSQL's programs, or installs them, and runs a cluster of its own in a temporary folder.
#   postgres_start FOLDER [setting ...]   starts it on a free loopback port; sets POSTGRES_URL and POSTGRES_PID
#   postgres_stop                         ends it, by its process id

say() { printf '%s\n' "$*" >&2; }

# The folder of initdb and postgres: Debian keeps them out of PATH.
postgres_programs() {
    local found
    for found in /usr/lib/postgresql/*/bin/initdb "$(command -v initdb 2>/dev/null)"; do
        # A link may stand alone; its siblings are where it leads.
        [ -x "$found" ] && { dirname "$(readlink -f "$found")"; return; }
    done
    return 1
}

# install_missing PACKAGE COMMAND...: installs a system package unless its commands are there.
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
    apt-get update -qq >&2
    # Debian's package would start a cluster of its own; only ours is wanted.
    if [ "$package" = postgresql ] && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
        mkdir -p /etc/postgresql-common
        echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
    fi
    apt-get install -y -qq -o Dpkg::Options::=--force-confold "$package" >/dev/null </dev/null
}

# The server refuses to run as root.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then runuser -u "$POSTGRES_USER" -- "$@"; else "$@"; fi
}

free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 20000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
}

postgres_start() {
    local folder=$1 programs port
    shift
    postgres_programs >/dev/null || install_package postgresql
    programs=$(postgres_programs)
    POSTGRES_USER=$(id -un)
    if [ "$(id -u)" = 0 ]; then
        # The package brings a user of that name; elsewhere anybody without rights will do.
        POSTGRES_USER=$(id -u postgres >/dev/null 2>&1 && echo postgres || echo nobody)
        chmod 755 "$folder"
        install -d -o "$POSTGRES_USER" "$folder/postgres"
    else
        mkdir -p "$folder/postgres"
    fi
    as_postgres "$programs/initdb" -D "$folder/postgres/data" -U postgres -A trust --no-sync >"$folder/initdb.log" 2>&1 ||
        { cat "$folder/initdb.log" >&2; exit 1; }
    port=$(free_port)
    local settings=(-c listen_addresses=127.0.0.1 -c "port=$port" -c "unix_socket_directories=$folder/postgres" -c max_connections=300)
    for setting in "$@"; do settings+=(-c "$setting"); done
    (cd "$folder/postgres" && as_postgres "$programs/postgres" -D "$folder/postgres/data" "${settings[@]}" >"$folder/postgres.log" 2>&1) &
    for _ in $(seq 300); do
        [ -s "$folder/postgres/data/postmaster.pid" ] && "$programs/pg_isready" -q -h 127.0.0.1 -p "$port" && break
        sleep 0.1
    done
    "$programs/pg_isready" -q -h 127.0.0.1 -p "$port" || { cat "$folder/postgres.log" >&2; exit 1; }
    POSTGRES_PID=$(head -n 1 "$folder/postgres/data/postmaster.pid")
    POSTGRES_URL="postgres://postgres@127.0.0.1:$port/postgres"
}

postgres_stop() {
    [ -n "${POSTGRES_PID:-}" ] || return 0
    kill -INT "$POSTGRES_PID" 2>/dev/null || return 0
    for _ in $(seq 100); do
        kill -0 "$POSTGRES_PID" 2>/dev/null || return 0
        sleep 0.1
    done
    kill -KILL "$POSTGRES_PID" 2>/dev/null || true
}
