#!/usr/bin/env bash
# The plugin's zip file, for Plugins > Install from ZIP and for the plugin site.
#
#   bash scripts/package.sh [--release] [output.zip]
#
# Goes to dist/sam2_toolbox.zip. Holds the files git knows, as they are now, and the pages of docs/ as
# HTML; the same commit gives the same bytes. Checked by the site's rules. --release also refuses changes
# that are not committed, addresses that are nobody's or do not answer, and a missing model.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

main() {
    local release=() package
    case "${1-}" in
    -h | --help)
        sed -n '2,8s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
        exit 0
        ;;
    --release)
        release=(--release)
        shift
        ;;
    esac
    package=$(realpath -m -- "${1:-$root/dist/sam2_toolbox.zip}")
    pages=$(mktemp -d)
    trap 'rm -rf "$pages"' EXIT
    bash "$root/scripts/docs.sh" "$pages"
    /usr/bin/python3 "$root/scripts/package_plugin.py" "${release[@]}" "$pages" "$package"
}

main "$@"
exit
