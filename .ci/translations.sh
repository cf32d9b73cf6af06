#!/usr/bin/env bash
# translations.sh [folder]: bring the .ts files up to the texts of the program, and the .qm files to the .ts.
# English has only the plural forms: everything else in it is the source text itself.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=${BIN:-.venv/bin}
folder=${1:-resources/i18n}
mkdir -p "$folder"

found=$(mktemp -d)
trap 'rm -r "$found"' EXIT
"$bin/python" .ci/find_texts.py >"$found/texts.py"

update() {
  "$bin/pyside6-lupdate" -silent -extensions py convviz "$found/texts.py" -locations none -no-obsolete -source-language en "$@"
}
update -target-language zh_CN -ts "$folder/convviz_zh_Hans.ts"
update -target-language zh_TW -ts "$folder/convviz_zh_Hant.ts"
update -target-language en -pluralonly -ts "$folder/convviz_en.ts"
for language in zh_Hans zh_Hant en; do
  "$bin/pyside6-lrelease" -silent "$folder/convviz_$language.ts" -qm "$folder/convviz_$language.qm"
done
if grep -l 'type="unfinished"' "$folder"/*.ts; then
  echo "These files have texts without a translation." >&2
  exit 1
fi
