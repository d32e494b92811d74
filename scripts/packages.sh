# shellcheck shell=bash
# Sourced: installs Debian packages where they are missing.

# require_packages NAME...: quiet when all are there; as root or through sudo it installs the
# missing ones; else it prints the line to run and fails.
require_packages() {
    local missing=() name
    if ! command -v dpkg-query >/dev/null; then
        echo "This script installs what it needs with apt, which is not on this machine." \
            "On Debian 12 or 13 or Ubuntu it works as it is." >&2
        return 1
    fi
    for name in "$@"; do
        dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return 0

    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
            as_root=(sudo)
        else
            echo "Some packages are missing. Have an administrator run this line once, then try again:" >&2
            echo "apt-get update && apt-get install -y --no-install-recommends ${missing[*]}" >&2
            return 1
        fi
    fi
    echo "Installing ${missing[*]} with apt." >&2
    local log
    log=$(mktemp)
    if ! { "${as_root[@]}" apt-get update &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
            "${missing[@]}"; } >"$log" 2>&1; then
        tail -n 15 "$log" >&2
        echo "apt could not install ${missing[*]}; the lines above say why." >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}
