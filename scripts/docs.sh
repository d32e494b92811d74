#!/usr/bin/env bash
# The pages of docs/ as HTML that can be read without a network.
#
#   bash scripts/docs.sh [folder]
#
# Goes to dist/docs, or to the folder. Anything mkdocs complains about, such as a link that leads nowhere,
# is an error. What it needs is installed once, in the user's data folder.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/scripts/test_environments.sh"

# docs_python: mkdocs in an environment of its own
docs_python() {
    local folder=$home/docs-python requirements=$root/docs/requirements.txt
    if ! is_made "$folder" "$requirements" /usr/bin/python3; then
        echo "Making the environment of the documentation." >&2
        rm -rf "$folder"
        /usr/bin/python3 -m venv "$folder"
        in_pip "$folder" --no-deps -r "$requirements"
        made_from "$requirements" /usr/bin/python3 >"$folder/made-from"
    fi
    echo "$folder/bin/python"
}

main() {
    case "${1-}" in
    -h | --help)
        sed -n '2,7s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
        exit 0
        ;;
    esac
    local site python
    site=$(realpath -m -- "${1:-$root/dist/docs}")
    home=$(data_folder)/tests
    mkdir -p "$home"
    exec 7>"$home/docs.lock"
    flock 7
    python=$(docs_python)
    flock -u 7
    (cd "$root" && "$python" -m mkdocs --quiet build --strict --clean --site-dir "$site")
    rm -f "$site"/sitemap.xml*
}

main "$@"
exit
