#!/usr/bin/env bash
# What: the QR code has a mode of its own for Chinese (GB/T 18284-2000, characters of GB 2312 in 13 bits each): the name
#   of a notice board fits into version 2 instead of 3, so its modules are larger on the same paper. segno writes it,
#   zxing reads it. jsQR, the reader of many web pages, does not know the mode and says nothing of it: it answers with
#   digits that stand nowhere, as a code that was read. zbar finds no code at all. The same words in bytes are read by
#   all. One expects a reader that meets a mode it does not know to say that it could not read.
# Version: segno 1.6.6, zxing-cpp 3.1.1, opencv-python-headless 5.0.0.93 (PyPI; OpenCV raises "not implemented"),
#   jsqr 1.4.0, @undecaf/zbar-wasm 0.11.0, pngjs 7.0.0 (npm).
# Ours: codes hold an address in alphanumeric mode, and a photo in which no code of ours is recognised proves nothing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check segno==1.6.6 zxing-cpp==3.1.1 \
  opencv-python-headless==5.0.0.93
npm init -y >/dev/null
npm install --silent --no-fund --no-audit jsqr@1.4.0 @undecaf/zbar-wasm@0.11.0 pngjs@7.0.0
cat > write.py <<'P'
import cv2, segno, zxingcpp

words = "开远市人民政府公告栏"
for name, how in (("chinese", {"mode": "hanzi"}), ("bytes", {"encoding": "utf-8"})):
    code = segno.make(words, error="m", micro=False, **how)
    code.save(f"{name}.png", scale=8, border=4)
    image = cv2.imread(f"{name}.png")
    try:
        opencv = cv2.QRCodeDetector().detectAndDecode(image)[0]
    except cv2.error as error:
        opencv = "raises: not implemented" if "not implemented" in str(error) else "raises"
    print(f"{name}: version {code.version}; zxing {zxingcpp.read_barcodes(image)[0].text}; opencv {opencv}")
P
cat > read.mjs <<'J'
import { readFileSync } from 'node:fs';
import { scanRGBABuffer } from '@undecaf/zbar-wasm';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';

for (const name of ['chinese', 'bytes']) {
  const { data, width, height } = PNG.sync.read(readFileSync(`${name}.png`));
  const pixels = new Uint8ClampedArray(data);
  const js = (jsqr.default ?? jsqr)(pixels, width, height)?.data ?? 'none';
  const [z] = await scanRGBABuffer(pixels.buffer, width, height);
  console.log(`${name}: jsQR ${js}; zbar ${z?.decode() ?? 'none'}`);
}
J
seen=$(env/bin/python write.py && node read.mjs)
echo "$seen"
expected='chinese: version 2; zxing 开远市人民政府公告栏; opencv raises: not implemented
bytes: version 3; zxing 开远市人民政府公告栏; opencv 开远市人民政府公告栏
chinese: jsQR 18078934737923435807197941045856816986007; zbar none
bytes: jsQR 开远市人民政府公告栏; zbar 开远市人民政府公告栏'
[ "$seen" = "$expected" ] || { echo "no longer as described"; exit 1; }
