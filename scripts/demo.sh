#!/usr/bin/env bash
# Segment everything in a raster, from a machine with nothing on it to a picture of the result.
#
#   bash scripts/demo.sh [raster.tif [PARAMETER=value ...]]
#
# Without a raster ("" where parameters follow), one is generated. The parameters are those of
# sam2:automaticmasks. Results go to demo/ in the checkout, or to $DEMO_OUT.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/scripts/packages.sh"

# A function, so that bash has read all of it before it starts: the file may change meanwhile
main() {
    case "${1-}" in
    -h | --help)
        sed -n '2,7s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
        exit 0
        ;;
    esac

    require_packages qgis python3-qgis python3-venv
    worker=${SAM2_TOOLBOX_PYTHON:-$(/usr/bin/python3 "$root/scripts/make_environment.py")}
    export SAM2_TOOLBOX_PYTHON=$worker

    out=$(realpath -ms -- "${DEMO_OUT:-$root/demo}")
    mkdir -p "$out"

    if [ -n "${1-}" ]; then
        raster=$(realpath -ms -- "$1")
    else
        raster=$out/sample.tif
        if [ ! -e "$raster" ]; then
            "$worker" -s "$root/scripts/checkout.py" training.write_sample "$raster.part" >/dev/null
            mv "$raster.part" "$raster"
        fi
    fi
    name=$(basename -- "$raster")
    name=${name%.*}
    objects=$out/${name}_objects.gpkg
    picture=$out/${name}_objects.png

    # QGIS with a profile of its own: the user's plugins, settings and windows stay out of it
    scratch=$(mktemp -d)
    left_behind=() # QGIS notes statistics beside the raster
    [ -e "$raster.aux.xml" ] || left_behind=("$raster.aux.xml")
    trap 'rm -rf "$scratch" "${left_behind[@]}"' EXIT
    mkdir -p "$scratch/plugins" "$scratch/config/profiles/default/QGIS"
    ln -s "$root" "$scratch/plugins/sam2_toolbox"
    printf '[PythonPlugins]\nsam2_toolbox=true\n' >"$scratch/config/profiles/default/QGIS/QGIS3.ini"
    export QGIS_PLUGINPATH=$scratch/plugins QGIS_CUSTOM_CONFIG_PATH=$scratch/config QT_QPA_PLATFORM=offscreen

    # Debian 12's qgis_process script passes an option the program does not know
    process=qgis_process
    command -v qgis_process.bin >/dev/null && process=qgis_process.bin

    parameters=("INPUT=$raster" "OUTPUT=$objects" "${@:2}")

    echo "Segmenting $raster" >&2
    started=$(date +%s)
    if ! "$process" run sam2:automaticmasks -- "${parameters[@]}" 2>"$scratch/errors" |
        tee "$scratch/said" | { if [ -t 2 ]; then cat >&2; else cat >/dev/null; fi; }; then
        # QGIS says each error several times
        awk '/^ERROR:\t/ { on = 1; sub(/^ERROR:\t/, "") } on && !said[$0]++ { sub(/^\t/, ""); print }' \
            "$scratch/errors" >"$scratch/sentences"
        cat "$([ -s "$scratch/sentences" ] && echo "$scratch/sentences" || echo "$scratch/errors")" >&2
        exit 1
    fi
    seconds=$(($(date +%s) - started))
    [ -t 2 ] || sed -n 's/^WARNING:\t//p' "$scratch/said" >&2

    /usr/bin/python3 "$root/scripts/render_result.py" "$raster" "$objects" "$picture" \
        >"$scratch/count" 2>"$scratch/errors" || {
        cat "$scratch/errors" >&2
        exit 1
    }
    echo "Objects: $(cat "$scratch/count")"
    echo "Seconds: $seconds"
    echo "Where:   $objects and $picture"
}

main "$@"
exit
