#!/usr/bin/env bash
# What: a sheet with the twelve-digit division codes of a county's towns, read with SheetJS and passed on as CSV or as
#   formatted rows (raw: false), gives every town the same code: 5.32502E+11. The format General shows more than
#   eleven digits as a power of ten, and sheet_to_csv writes what would be shown; an eleven-digit number beside
#   it passes whole. ExcelJS writes the same file to CSV with all twelve digits. One expects an export to carry
#   the stored number: no warning, and the file opens in everything.
# Version: xlsx 0.18.5 (the newest on the npm registry), exceljs 4.4.0.
# Ours: codes of areas are read from the stored value, never from the formatted text; an area that is not twelve
#   digits is refused row by row, so that a list exported this way is turned down instead of merging all towns.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund xlsx@0.18.5 exceljs@4.4.0
cat > see.mjs <<'J'
import xlsx from 'xlsx'
import ExcelJS from 'exceljs'
const towns = [['code', 'title'], [532502001000, 'first street'], [532502002000, 'second street'], [53250200200, 'eleven digits']]
const sheet = xlsx.utils.aoa_to_sheet(towns)
const csv = xlsx.utils.sheet_to_csv(sheet)
const rows = xlsx.utils.sheet_to_json(sheet, { raw: false })
const book = xlsx.utils.book_new()
xlsx.utils.book_append_sheet(book, sheet, 'towns')
const other = new ExcelJS.Workbook()
await other.xlsx.load(xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }))
const whole = (await other.csv.writeBuffer()).toString()
console.log(`SheetJS:\n${csv}\nrows: ${JSON.stringify(rows)}\n\nExcelJS, the same file:\n${whole}`)
const expected = '5.32502E+11,first street\n5.32502E+11,second street\n53250200200,eleven digits'
process.exit(csv.includes(expected) && rows[0].code === rows[1].code && whole.includes('532502001000,first street') ? 0 : 1)
J
node see.mjs || { echo "no longer as described"; exit 1; }
