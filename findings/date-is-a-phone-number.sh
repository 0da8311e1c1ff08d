#!/usr/bin/env bash
# What: libphonenumber-js, as imported by its plain name, finds a *valid* telephone number in every date of a
#   Chinese notice: 2026-11-28 is +86 20261128, 2026.11.28 too. The same library's `max` entry and Google's
#   list as ported to Python find none. Where a notice names two lines the usual way (0873-7123456、7123457), the
#   second becomes a valid number without its area code (the other two do not see it), and 转8001 loses the extension in all three. One
#   expects `isValid()` to tell a date from a number, and two entries of one version to agree.
# Version: libphonenumber-js 1.13.16, phonenumbers 9.0.43 (PyPI).
# Ours: numbers that are made links or checked in a notice come from a field of their own; anything that looks
#   for numbers in free text must take the `max` entry, and write an extension itself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund libphonenumber-js@1.13.16
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target py phonenumbers==9.0.43
cat > see.mjs <<'J'
import { findPhoneNumbersInText as plain } from 'libphonenumber-js'
import { findPhoneNumbersInText as most } from 'libphonenumber-js/max'
const seen = (find, text) => find(text, 'CN').filter(hit => hit.number.isValid()).map(hit => hit.number.number + (hit.number.ext ? ` ext ${hit.number.ext}` : ''))
for (const text of ['公示期2026-11-28至2026-12-04', '自2026.11.28起', '电话0873-7123456、7123457', '电话0873-7123456转8001']) {
  console.log(text, '| plain:', seen(plain, text).join(' '), '| max:', seen(most, text).join(' '))
}
let plainDays = 0, mostDays = 0, days = 0
for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2028, 0, 1); at += 86_400_000, days++) {
  const text = `自${new Date(at).toISOString().slice(0, 10)}起`
  if (seen(plain, text).length) plainDays++
  if (seen(most, text).length) mostDays++
}
console.log(`days of 2026 and 2027 that are a valid number: plain ${plainDays} of ${days}, max ${mostDays}`)
const second = seen(plain, '电话0873-7123456、7123457'), extension = [plain, most].map(find => seen(find, '电话0873-7123456转8001').join())
process.exit(plainDays === days && mostDays === 0 && second.includes('+867123457') && extension.every(number => number === '+868737123456') ? 0 : 1)
J
node see.mjs || { echo "no longer as described"; exit 1; }
PYTHONPATH=py python3 - <<'P' || { echo "no longer as described"; exit 1; }
import sys, phonenumbers as p
def seen(text): return [(p.format_number(m.number, p.PhoneNumberFormat.E164), m.number.extension) for m in p.PhoneNumberMatcher(text, "CN")]
dates, line = seen("公示期2026-11-28至2026-12-04"), seen("电话0873-7123456转8001")
print("Python: dates", dates, "| 转8001", line)
sys.exit(0 if dates == [] and line == [("+868737123456", None)] else 1)
P
