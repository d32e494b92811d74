#!/usr/bin/env bash
# The tests of the QGIS side and the main job on every QGIS at hand: this machine's own, and 3.40 and
# 3.44 in a Debian 13 each.
#
#   bash scripts/test-matrix.sh [folder]
#
# Needs root, for chroot. The Debians are made once, in the folder or in the user's cache: 409 MB to
# download and 2.6 GB of disk each. Ends with a table; docs/test-matrix.md holds the last one. MIRROR may
# name another mirror of Debian, ONLY the runs to make ("here", "3.40", "3.44"): the table then also has
# the earlier runs of the same checkout.
set -uo pipefail
unset PYTHONPATH PYTHONHOME

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/scripts/packages.sh"
source "$root/scripts/test_environments.sh"

inside=(qgis python3-qgis python3-gdal python3-numpy python3-venv xvfb xauth openbox fonts-open-sans)
sides=(processing plugin flows api)

give_up() {
    echo "$1" >&2
    exit 1
}

# A mirror this machine itself uses, as "http://host/debian"
debian_mirror() {
    apt-get indextargets --format '$(REPO_URI)' "Identifier: Packages" "Origin: Debian" "Label: Debian" | head -n 1
}

# make_debian FOLDER SUITE: a Debian 13 with the QGIS of trixie or of trixie-backports, made to its end
make_debian() {
    local debian=$1 suite=$2 mirror
    [ "$(cat "$debian/made-with" 2>/dev/null)" = "$suite ${inside[*]}" ] && return
    mirror=${MIRROR:-$(debian_mirror)}
    [ -n "$mirror" ] || give_up "No mirror of Debian is among this machine's package sources. Name one: MIRROR=..."
    echo "Making a Debian with QGIS from $suite in $debian (some minutes)." >&2
    rm -rf "$debian"
    mkdir -p "$debian"
    debootstrap --variant=minbase trixie "$debian" "$mirror" >"$debian.log" 2>&1 || return 1
    printf 'deb %s %s main\n' "$mirror" trixie "$mirror" trixie-backports >"$debian/etc/apt/sources.list"
    cp -r /etc/apt/apt.conf.d/. "$debian/etc/apt/apt.conf.d/"
    cp /etc/resolv.conf /etc/hosts "$debian/etc/"
    printf '#!/bin/sh\nexit 101\n' >"$debian/usr/sbin/policy-rc.d" # no services start in there
    chmod +x "$debian/usr/sbin/policy-rc.d"
    {
        within "$debian" apt-get update &&
            within "$debian" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
                -t "$suite" "${inside[@]}"
    } >>"$debian.log" 2>&1 || {
        tail -n 5 "$debian.log" >&2
        return 1
    }
    echo "$suite ${inside[*]}" >"$debian/made-with"
}

# within FOLDER COMMAND...: run in that Debian. What is mounted there is seen by the command alone and
# gone when it ends: removing the folder can never reach what is outside.
within() {
    local debian=$1 place
    local -a places=(/proc /dev)
    [ -n "${worker-}" ] && places+=("${worker_places[@]}")
    for place in "${places[@]}"; do
        if [ -d "$place" ]; then mkdir -p "$debian$place"; else touch "$debian$place"; fi
    done
    # shellcheck disable=SC2016  # the inner shell expands these
    unshare --mount sh -c '
        debian=$1 count=$2
        shift 2
        while [ "$count" -gt 0 ]; do
            if [ "$1" = /proc ]; then mount -t proc proc "$debian/proc"; else mount --rbind "$1" "$debian$1"; fi
            count=$((count - 1))
            shift
        done
        exec chroot "$debian" env HOME=/root "$@"' sh "$debian" "${#places[@]}" "${places[@]}" "${@:2}"
}

# find_worker_places: what the worker needs in another Debian, at the same places, into worker_places. An
# interpreter of its own brings all with it. Of the system's own, the interpreter and its standard library
# are taken along under their version, as worker_base: what they link to has the same names in Debian 12
# and 13.
find_worker_places() {
    worker_places=() worker_base=
    [ -n "$worker" ] || return
    mapfile -t worker_places < <("$worker" -c 'import os, sys, sysconfig
own = [os.path.realpath(sys.executable), sysconfig.get_path("stdlib")]
print(sys.prefix, *(own if sys.base_prefix == "/usr" else {sys.base_prefix} - {sys.prefix}), sep="\n")')
    [ ${#worker_places[@]} -eq 3 ] && worker_base=${worker_places[1]}
}

# worker_in FOLDER: the worker's Python as that Debian has it; says so and fails where it does not run there
worker_in() {
    local python=$worker made=/opt/worker
    if [ -n "$worker_base" ]; then
        python=$made/bin/python
        rm -rf "$1$made"
        within "$1" "$worker_base" -m venv --without-pip "$made" &&
            "$worker" -c 'import sysconfig; print(sysconfig.get_path("purelib"))' \
                >"$(echo "$1$made"/lib/python*/site-packages)/worker.pth"
    fi
    within "$1" "$python" -c 'import torch, rasterio' >&2 || {
        echo "The worker does not run in $1; tests that need it are skipped there. Name another one in" \
            "SAM2_TOOLBOX_PYTHON." >&2
        return 1
    }
    echo "$python"
}

# copy_checkout FOLDER: what is committed or staged, and the package. A copy, so that no run disturbs another.
copy_checkout() {
    rm -rf "$1"
    git -C "$root" checkout-index --all --prefix="$1/" && cp "$package" "$1.zip"
}

# test_python_in FOLDER: pytest-qgis in that Debian, beside its QGIS. Fetched out here, where pip is set up
# for this network.
test_python_in() {
    local made=$1/opt/tests/made-from requirements=$root/tests/requirements-qgis.txt version
    cmp -s "$requirements" "$made" && return
    rm -rf "$1/opt/tests" "$1/opt/wheels"
    version=$(within "$1" /usr/bin/python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])') || return 1
    /usr/bin/python3 -m venv "$home/fetch" &&
        in_pip_download "$1/opt/wheels" "$version" "$requirements" &&
        cp "$requirements" "$1/opt/requirements.txt" &&
        within "$1" sh -c '/usr/bin/python3 -m venv --system-site-packages /opt/tests &&
            /opt/tests/bin/python -m pip install -q --no-input --no-deps --no-index --find-links /opt/wheels \
                -r /opt/requirements.txt' >>"$1.log" 2>&1 &&
        cp "$requirements" "$made"
}

# in_pip_download FOLDER VERSION REQUIREMENTS: wheels for that Python
in_pip_download() {
    "$home/fetch/bin/python" -m pip download -q --no-input --no-deps --only-binary :all: --dest "$1" \
        --python-version "$2" --platform "manylinux2014_$(uname -m)" -r "$3" >>"$home/pip.log" 2>&1
}

# run_all NAME CHECKOUT PYTHON RESULTS PREFIX...: the tests and the demo, each behind the prefix. CHECKOUT
# and RESULTS are paths as the prefix sees them.
run_all() {
    local name=$1 checkout=$2 python=$3 results=$4
    shift 4
    local -a tested=("${sides[@]/#/$checkout/tests/}")
    echo "== QGIS $name" >&2
    "$@" "$python" -c 'import platform, sys
from qgis.core import Qgis
from qgis.PyQt.QtCore import QT_VERSION_STR
print(Qgis.QGIS_VERSION.split("-")[0], platform.python_version(), QT_VERSION_STR)' 2>/dev/null >"$out/$name.versions"
    "$@" sh -c 'mkdir -p "$1" && cd "$1" && shift && exec "$@"' sh "$results" \
        env SAM2_TOOLBOX_PACKAGE="$checkout.zip" QT_QPA_PLATFORM=offscreen \
        xvfb-run -a -s "-screen 0 1600x1000x24" "$python" -P -m pytest \
        --rootdir "$checkout" -c "$checkout/pyproject.toml" -o qgis_disable_exit=true \
        -o cache_dir="$results/cache" --junitxml "$results/$name.xml" "${tested[@]}" >"$out/$name.log" 2>&1
    echo $? >"$out/$name.exit"
    grep -E '^(FAILED|ERROR)' "$out/$name.log" >&2
    if "$@" sh -c '[ -n "$SAM2_TOOLBOX_PYTHON" ]'; then
        "$@" env DEMO_OUT="$results" bash "$checkout/scripts/demo.sh" >"$out/$name.demo" 2>>"$out/$name.log" ||
            echo "Objects: failed" >"$out/$name.demo"
    else
        echo "Objects: not run" >"$out/$name.demo"
    fi
}

# row NAME SYSTEM: a line of the table
row() {
    local counts objects qgis python qt
    read -r qgis python qt <"$out/$1.versions"
    counts=$(/usr/bin/python3 "$root/scripts/sum_tests.py" "$out/sum-$1" | tail -n 1)
    objects=$(sed -n 's/^Objects: *//p' "$out/$1.demo")
    echo "| $qgis | $2 | $python | $qt | $counts | $objects |"
}

main() {
    case "${1-}" in
    -h | --help)
        sed -n '2,10s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
        exit 0
        ;;
    esac
    [ "$(id -u)" -eq 0 ] || give_up "This script needs root: it makes Debians of its own with debootstrap and chroot."
    local folder only name suite results tree python
    folder=$(realpath -m -- "${1:-${XDG_CACHE_HOME:-$HOME/.cache}/sam2_toolbox_matrix}")
    only=" ${ONLY:-here 3.40 3.44} "
    mkdir -p "$folder"
    exec 8>"$folder/lock"
    flock 8

    require_packages "${inside[@]}" debootstrap debian-archive-keyring git || exit 1
    worker=${SAM2_TOOLBOX_PYTHON:-$(/usr/bin/python3 "$root/scripts/make_environment.py")} || worker=
    home=$(data_folder)/tests
    mkdir -p "$home"
    out=$folder/last
    tree=$(git -C "$root" write-tree) || exit 1
    [ "$(cat "$out/tree" 2>/dev/null)" = "$tree" ] || rm -rf "$out" # results of another checkout
    mkdir -p "$out"
    echo "$tree" >"$out/tree"
    for name in $only; do
        rm -rf "${out:?}/$name" "$out/$name".* "$out/sum-$name"
    done

    package=$folder/sam2_toolbox.zip
    bash "$root/scripts/package.sh" "$package" >"$folder/package.log" 2>&1 ||
        give_up "The package could not be made: $folder/package.log"

    if [[ $only == *" here "* ]]; then
        qgis=$(qgis_test_python) || give_up "The environment of the QGIS side's tests could not be made."
        copy_checkout "$folder/checkout" || exit 1
        run_all here "$folder/checkout" "$qgis" "$out/here" env SAM2_TOOLBOX_PYTHON="$worker"
        cp "$out/here/here.xml" "$out/" 2>/dev/null
    fi

    find_worker_places
    for name in 3.40 3.44; do
        [[ $only == *" $name "* ]] || continue
        suite=trixie
        [ "$name" = 3.44 ] && suite=trixie-backports
        make_debian "$folder/$name" "$suite" || give_up "The Debian for QGIS $name could not be made: $folder/$name.log"
        test_python_in "$folder/$name" || give_up "pytest could not be installed: $folder/$name.log"
        copy_checkout "$folder/$name/checkout" || exit 1
        results=/results
        rm -rf "$folder/$name$results"
        mkdir -p "$folder/$name$results"
        [ -e "$out/here/sample.tif" ] && cp "$out/here/sample.tif" "$folder/$name$results/"
        python=
        [ -n "$worker" ] && python=$(worker_in "$folder/$name")
        run_all "$name" /checkout /opt/tests/bin/python "$results" \
            within "$folder/$name" env ${python:+SAM2_TOOLBOX_PYTHON="$python"}
        cp "$folder/$name$results/$name.xml" "$out/" 2>/dev/null
    done

    echo "| QGIS | system | Python | Qt | tests of the QGIS side | main job: objects |"
    echo "|---|---|---|---|---|---|"
    for name in here 3.40 3.44; do
        [ -e "$out/$name.exit" ] || continue
        mkdir -p "$out/sum-$name"
        cp "$out/$name.exit" "$out/$name.xml" "$out/sum-$name/" 2>/dev/null
        if [ "$name" = here ]; then
            row here "$(. /etc/os-release && echo "$PRETTY_NAME")"
        else
            row "$name" "$(. "$folder/$name/etc/os-release" && echo "$PRETTY_NAME")"
        fi
    done
    ! grep -qv '^0$' "$out"/*.exit && ! grep -qx 'Objects: failed' "$out"/*.demo
}

main "$@"; exit # in one line: the file may change meanwhile
