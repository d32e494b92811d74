#!/usr/bin/env bash
# Every check of the project, from a machine with nothing on it.
#
#   bash scripts/test.sh
#
# The engine is tested under the worker's Python, the QGIS side under the system's, the automatic
# masks also against the stock sam2 package under a third. The last line sums all of them up.
set -uo pipefail
unset PYTHONPATH PYTHONHOME

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/scripts/packages.sh"
source "$root/scripts/test_environments.sh"

give_up() {
    echo "$1" >&2
    echo "0 passed, 1 failed, 0 skipped"
    exit 1
}

# check NAME COMMAND...: a command that is one test of its own
check() {
    echo "== $1"
    if (cd "$root" && "${@:2}"); then
        echo passed >"$results/$1.check"
    else
        echo failed >"$results/$1.check"
    fi
}

# pytest_side NAME PYTHON ARGUMENT...: run in a folder of its own, so that the checkout, whose
# processing/ would hide QGIS's, is not on sys.path
pytest_side() {
    local here=$home/$1
    echo "== tests of the $1 side"
    mkdir -p "$here"
    (cd "$here" && "${display[@]}" "$2" -m pytest --rootdir "$root" -c "$root/pyproject.toml" \
        -o cache_dir="$here/cache" --junitxml "$results/$1.xml" "${@:3}")
    echo $? >"$results/$1.exit"
}

# A function, so that bash has read all of it before it starts: the file may change meanwhile
main() {
    require_packages qgis python3-qgis python3-gdal python3-numpy python3-venv xvfb xauth ||
        give_up "The tests need the packages above."
    worker=${SAM2_TOOLBOX_PYTHON:-$(/usr/bin/python3 "$root/scripts/make_environment.py")} ||
        give_up "The tests need the worker's environment."
    export SAM2_TOOLBOX_PYTHON=$worker

    home=$(data_folder)/tests
    mkdir -p "$home"
    exec 9>"$home/lock" # two runs at once would make the same environments
    flock 9
    engine=$(engine_test_python "$worker") || give_up "The environment of the engine's tests could not be made."
    qgis=$(qgis_test_python) || give_up "The environment of the QGIS side's tests could not be made."
    reference=$(reference_test_python "$worker") || reference=
    qt6=$(qt6_test_python) || qt6=
    flock -u 9

    results=$(mktemp -d)
    trap 'rm -rf "$results"' EXIT
    tests=$root/tests

    bin=$(dirname "$engine")
    check ruff "$bin/ruff" check --cache-dir "$home/ruff"
    check format "$bin/ruff" format --check --cache-dir "$home/ruff"
    check mypy "$bin/mypy" --cache-dir "$home/mypy"

    stock=("$tests"/engine/test_against_stock_*.py)

    display=()
    pytest_side engine "$engine" "${stock[@]/#/--ignore=}" \
        "$tests"/{engine,api,training,scripts} "$tests"/test_*.py

    # Offscreen, with a display for the tests that start QGIS itself. With qgis_disable_exit: pytest lets go
    # of the last test's fixtures only after pytest-qgis has taken QGIS down, and a layer must not outlive it.
    display=(env QT_QPA_PLATFORM=offscreen xvfb-run -a -s "-screen 0 1600x1000x24")
    pytest_side qgis "$qgis" -o qgis_disable_exit=true "$tests"/{processing,plugin,flows,api}

    # Qt 6 and the stock package, or one test each that says why they are not there
    display=()
    pytest_side qt6 "${qt6:-$engine}" "$tests"/qt6
    pytest_side stock "${reference:-$engine}" "${stock[@]}"

    /usr/bin/python3 "$root/scripts/sum_tests.py" "$results"
}

main
exit
