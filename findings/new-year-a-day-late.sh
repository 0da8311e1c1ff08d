#!/usr/bin/env bash
# What: The Chinese calendar built into Node (Intl with `ca-chinese`) puts the coming Spring Festival on the wrong
#   day: it calls 6 February 2027 the last day of the old year, and 2030 begins a day early. The new moon falls a
#   few minutes before or after midnight in Beijing (23:56 and 00:07), and the built-in astronomy misses it; from
#   2000 to 2100 the whole month is off five times, 150 days in all. Two independent libraries have the right
#   day. One expects the calendar of the standard library to know the greatest holiday of the country.
# Version: Node 24.21.0 (ICU 78.3), lunar-javascript 1.7.7, ephem 4.2.1 (PyPI; its new moon is the judge).
# Ours: a lunar date on a sheet, a screen or in a text must not come from Intl; for a day off the yearly decree
#   is the authority, no calculation.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node@24.21.0 lunar-javascript@1.7.7
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target py ephem==4.2.1
PYTHONPATH=py python3 - <<'P'
import ephem
for start in ("2027/1/20", "2030/1/20"):
    moon = ephem.Date(ephem.next_new_moon(start) + 8 * ephem.hour)
    print("new moon, Beijing time:", moon)
P
cat > see.cjs <<'J'
const { Solar } = require('lunar-javascript')
const words = new Intl.DateTimeFormat('zh-CN-u-ca-chinese', { timeZone: 'Asia/Shanghai', dateStyle: 'long' })
const numbers = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'Asia/Shanghai', month: 'numeric', day: 'numeric' })
const builtIn = day => { const part = type => numbers.formatToParts(day).find(p => p.type === type).value; return `${part('month')}/${part('day')}` }
const library = day => {
  const lunar = Solar.fromYmd(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()).getLunar()
  return `${Math.abs(lunar.getMonth())}${lunar.getMonth() < 0 ? 'bis' : ''}/${lunar.getDay()}`
}
for (const text of ['2027-02-06', '2027-02-07', '2030-02-02', '2030-02-03']) {
  const day = new Date(`${text}T12:00:00+08:00`)
  console.log(text, '| Intl:', words.format(day), builtIn(day), '| lunar-javascript:', library(day))
}
let unlike = 0
for (let at = Date.UTC(2000, 0, 1, 4); at < Date.UTC(2101, 0, 1); at += 86_400_000) {
  const day = new Date(at)
  if (builtIn(day) !== library(day)) unlike++
}
console.log('ICU', process.versions.icu, '| days from 2000 to 2100 that differ:', unlike)
const at = text => new Date(`${text}T12:00:00+08:00`)
const same = library(at('2027-02-06')) === '1/1' && builtIn(at('2027-02-06')) === '12/30' && builtIn(at('2027-02-07')) === '1/1' &&
  library(at('2030-02-03')) === '1/1' && builtIn(at('2030-02-02')) === '1/1' && unlike === 150
process.exit(same ? 0 : 1)
J
node_modules/.bin/node see.cjs || { echo "no longer as described"; exit 1; }
