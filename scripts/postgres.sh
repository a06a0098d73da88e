#!/usr/bin/env bash
# For other scripts: finds PostgreSQL's programs, or installs them, and runs a cluster of its own in a temporary folder.
#   postgres_start FOLDER [setting ...]   starts it on a free loopback port; sets POSTGRES_URL and POSTGRES_PID
#   postgres_stop                         ends it, by its process id

. "$(dirname "${BASH_SOURCE[0]}")/packages.sh"

# The folder of initdb and postgres: Debian keeps them out of PATH. The newest of several versions.
postgres_programs() {
    local found
    while IFS= read -r found; do
        # A link may have no siblings; they are beside its target.
        [ -x "$found" ] && { dirname "$(readlink -f "$found")"; return; }
    done < <(printf '%s\n' /usr/lib/postgresql/*/bin/initdb | sort -rV; command -v initdb)
    return 1
}

# The server refuses to run as root. To be called in a subshell, which becomes the program.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then exec runuser -u "$POSTGRES_USER" -- "$@"; else exec "$@"; fi
}

postgres_start() {
    local folder=$1 programs port
    shift
    postgres_programs >/dev/null || install_package postgresql
    programs=$(postgres_programs)
    POSTGRES_USER=$(id -un)
    if [ "$(id -u)" = 0 ]; then
        # The package brings a user of that name; elsewhere any user without rights works.
        POSTGRES_USER=$(id -u postgres >/dev/null 2>&1 && echo postgres || echo nobody)
        chmod 755 "$folder"
        install -d -o "$POSTGRES_USER" "$folder/postgres"
    else
        mkdir -p "$folder/postgres"
    fi
    (as_postgres "$programs/initdb" -D "$folder/postgres/data" -U postgres -A trust --no-sync) >"$folder/initdb.log" 2>&1 ||
        { cat "$folder/initdb.log" >&2; exit 1; }
    port=$(free_port)
    local settings=(-c listen_addresses=127.0.0.1 -c "port=$port" -c "unix_socket_directories=$folder/postgres" -c max_connections=300)
    for setting in "$@"; do settings+=(-c "$setting"); done
    (cd "$folder/postgres" && as_postgres "$programs/postgres" -D "$folder/postgres/data" "${settings[@]}" >"$folder/postgres.log" 2>&1) &
    # Set at once, so that an interrupt can stop it.
    POSTGRES_PID=$!
    POSTGRES_PIDFILE=$folder/postgres/data/postmaster.pid
    for _ in $(seq 300); do
        [ -s "$folder/postgres/data/postmaster.pid" ] && "$programs/pg_isready" -q -h 127.0.0.1 -p "$port" && break
        sleep 0.1
    done
    "$programs/pg_isready" -q -h 127.0.0.1 -p "$port" || { cat "$folder/postgres.log" >&2; exit 1; }
    POSTGRES_PID=$(head -n 1 "$POSTGRES_PIDFILE")
    POSTGRES_URL="postgres://postgres@127.0.0.1:$port/postgres"
}

postgres_stop() {
    [ -n "${POSTGRES_PID:-}" ] || return 0
    # At first only the id of its parent is known; later the server's own file has its id.
    if [ -s "$POSTGRES_PIDFILE" ]; then stop_process "$(head -n 1 "$POSTGRES_PIDFILE")" INT; fi
    stop_process "$POSTGRES_PID" INT
}
