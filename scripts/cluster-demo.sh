#!/usr/bin/env bash
# The demo on a Dask cluster: a scheduler and two workers on this computer, ended when it is done.
#
#   bash scripts/cluster-demo.sh [raster.tif [PARAMETER=value ...]]
#
# Sets up what is missing. Raster, parameters and results are those of scripts/demo.sh.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/scripts/packages.sh"

# start NAME ARGUMENT...: a process of the cluster, reachable from this computer only
start() {
    local name=$1
    shift
    "$worker" -s -m dask "$@" --host 127.0.0.1 --dashboard-address 127.0.0.1:0 --no-dashboard \
        >"$scratch/$name.log" 2>&1 &
    processes+=($!)
}

stop() {
    local status=$?
    # Whoever has not ended after three seconds waits for a scheduler that is gone
    [ ${#processes[@]} -eq 0 ] || kill "${processes[@]}" 2>/dev/null || true
    for ((i = 0; i < 30; i++)); do
        [ -n "$(jobs -rp)" ] || break
        sleep 0.1
    done
    [ ${#processes[@]} -eq 0 ] || kill -9 "${processes[@]}" 2>/dev/null || true
    wait || true
    rm -rf "$scratch"
    exit "$status"
}

# A function, so that bash has read all of it before it starts: the file may change meanwhile
main() {
    case "${1-}" in
    -h | --help)
        sed -n '2,6s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
        exit 0
        ;;
    esac

    require_packages qgis python3-qgis python3-venv
    worker=${SAM2_TOOLBOX_PYTHON:-$(/usr/bin/python3 "$root/scripts/make_environment.py")}
    export SAM2_TOOLBOX_PYTHON=$worker
    if ! "$worker" -c 'import distributed' 2>/dev/null; then
        echo "Installing Dask beside SAM 2." >&2
        "$worker" -m pip install --quiet --disable-pip-version-check -r "$root/resources/requirements-cluster.txt"
    fi

    processes=()
    scratch=$(mktemp -d)
    trap stop EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    cd "$scratch"
    start scheduler scheduler --port 0 --scheduler-file "$scratch/scheduler.json"
    for ((i = 0; i < 600; i++)); do
        [ -s "$scratch/scheduler.json" ] && break
        kill -0 "${processes[0]}" 2>/dev/null || break
        sleep 0.1
    done
    address=$(/usr/bin/python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["address"])' \
        "$scratch/scheduler.json" 2>/dev/null) || {
        tail -n 5 "$scratch/scheduler.log" >&2
        exit 1
    }
    for name in worker-1 worker-2; do
        OMP_NUM_THREADS=1 start "$name" worker "$address" --nthreads 1 --no-nanny --memory-limit 0 \
            --death-timeout 60 --local-directory "$scratch"
    done
    echo "Cluster: two workers of $address" >&2

    cd "$OLDPWD"
    bash "$root/scripts/demo.sh" "${1-}" "SCHEDULER=$address" "${@:2}"
}

main "$@"
exit
