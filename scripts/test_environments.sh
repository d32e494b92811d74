# shellcheck shell=bash disable=SC2154  # root and home are set by test.sh
# Sourced by test.sh: the Pythons the tests run under. Each is made once, in the user's data folder,
# and made again when its requirements change; the worker's own environment stays free of pytest.

# data_folder: where the plugin keeps what it installs
data_folder() {
    /usr/bin/python3 -c 'import sys
sys.path.insert(0, sys.argv[1])
from checkout import load_package
load_package()
from sam2_toolbox.engine.api.environment import data_folder
print(data_folder())' "$root/scripts"
}

# is_made FOLDER REQUIREMENTS PYTHON: whether the folder was made from these, to the end
is_made() {
    [ "$(cat "$1/made-from" 2>/dev/null)" = "$(made_from "$2" "$3")" ]
}

made_from() {
    sha256sum <"$1"
    "$2" -c 'import sys, sysconfig; print(sys.version, sysconfig.get_path("purelib"))'
}

# in_pip FOLDER ARGUMENT...: pip install into an environment; speaks only when it fails
in_pip() {
    local log=$home/pip.log
    mkdir -p "$home/tmp"
    TMPDIR=$home/tmp "$1/bin/python" -m pip install --disable-pip-version-check --no-input --progress-bar off \
        "${@:2}" >"$log" 2>&1 || {
        tail -n 5 "$log" >&2
        return 1
    }
}

# engine_test_python WORKER: pytest, ruff and mypy on top of the worker's packages
engine_test_python() {
    local folder=$home/engine-python requirements=$root/tests/requirements-engine.txt
    if ! is_made "$folder" "$requirements" "$1"; then
        echo "Making the environment of the engine's tests." >&2
        rm -rf "$folder"
        "$1" -m venv "$folder" || return 1
        "$1" -c 'import sysconfig; print(sysconfig.get_path("purelib"))' >"$(site_packages "$folder")/worker.pth"
        in_pip "$folder" -r "$requirements" || return 1
        made_from "$requirements" "$1" >"$folder/made-from"
    fi
    echo "$folder/bin/python"
}

# qgis_test_python: pytest-qgis on top of the system's packages
qgis_test_python() {
    local folder=$home/qgis-python requirements=$root/tests/requirements-qgis.txt
    if ! is_made "$folder" "$requirements" /usr/bin/python3; then
        echo "Making the environment of the QGIS side's tests." >&2
        rm -rf "$folder"
        /usr/bin/python3 -m venv --system-site-packages "$folder" || return 1
        in_pip "$folder" --no-deps -r "$requirements" || return 1
        made_from "$requirements" /usr/bin/python3 >"$folder/made-from"
    fi
    echo "$folder/bin/python"
}

# qt6_test_python: the real Qt 6, without QGIS
qt6_test_python() {
    local folder=$home/qt6-python requirements=$root/tests/requirements-qt6.txt
    if ! is_made "$folder" "$requirements" /usr/bin/python3; then
        echo "Making the environment of the tests under Qt 6." >&2
        rm -rf "$folder"
        /usr/bin/python3 -m venv "$folder" && in_pip "$folder" --no-deps -r "$requirements" || return 1
        made_from "$requirements" /usr/bin/python3 >"$folder/made-from"
    fi
    echo "$folder/bin/python"
}

# reference_test_python WORKER: the stock sam2 generator; says why where it cannot be had
reference_test_python() {
    local folder=$home/reference-python requirements=$root/tests/requirements-reference.txt free
    if [ -n "${SAM2_TOOLBOX_REFERENCE_PYTHON-}" ]; then
        echo "$SAM2_TOOLBOX_REFERENCE_PYTHON"
        return
    fi
    if ! is_made "$folder" "$requirements" "$1"; then
        rm -rf "$folder"
        free=$(($(df --output=avail -k "$home" | tail -n 1) / 1000000))
        if [ "$free" -lt 9 ]; then
            echo "The stock sam2 package needs 9 GB of disk space, $home has $free GB." >&2
            return 1
        fi
        echo "Making the environment of the stock sam2 package (5.8 GB, some minutes)." >&2
        "$1" -m venv "$folder" && in_pip "$folder" setuptools==84.2.1 wheel==0.48.0 &&
            in_pip "$folder" -r <(grep -v '^sam2' "$requirements") &&
            SAM2_BUILD_CUDA=0 in_pip "$folder" --no-deps --no-build-isolation \
                "$(grep '^sam2' "$requirements")" || return 1
        made_from "$requirements" "$1" >"$folder/made-from"
    fi
    echo "$folder/bin/python"
}

site_packages() {
    "$1/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))'
}
