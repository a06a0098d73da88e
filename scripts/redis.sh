#!/usr/bin/env bash
# For other scripts: finds redis-server, or installs it, and runs one of its own in a temporary folder.
#   redis_start FOLDER   starts it on a free loopback port, with nothing written to disk; sets REDIS_URL and REDIS_PID
#   redis_stop           ends it, by its process id

. "$(dirname "${BASH_SOURCE[0]}")/packages.sh"

redis_start() {
    local folder=$1 port
    install_missing redis-server redis-server
    port=$(free_port)
    mkdir -p "$folder/redis"
    redis-server --port "$port" --bind 127.0.0.1 --save '' --appendonly no --dir "$folder/redis" >"$folder/redis.log" 2>&1 &
    # Set at once, so that an interrupt can stop it.
    REDIS_PID=$!
    for _ in $(seq 300); do
        if ! kill -0 "$REDIS_PID" 2>/dev/null; then break; fi
        if grep -q 'Ready to accept connections' "$folder/redis.log"; then
            REDIS_URL="redis://127.0.0.1:$port"
            return
        fi
        sleep 0.1
    done
    cat "$folder/redis.log" >&2
    exit 1
}

redis_stop() {
    [ -n "${REDIS_PID:-}" ] || return 0
    stop_process "$REDIS_PID" TERM
}
