#!/usr/bin/env bash
# What: Node makes a key on the curve SM2, signs with `crypto.sign('sm3', …)` and verifies it: true. But what it made
#   is plain ECDSA over that curve, not an SM2 signature (GB/T 32918): two independent SM2 libraries, which
#   accept each other, refuse it, and Node refuses theirs. Nothing raises an error on either side. One expects
#   the curve SM2 with the digest SM3 to be SM2, or to be refused.
# Version: Node 24.21.0 (OpenSSL 3.5.8), sm-crypto 0.5.8, gmssl 3.2.2 and ecdsa 0.19.1 (PyPI).
# Ours: the trail may hash with SM3, which node:crypto does right; a message of the emergency broadcast or an
#   anchor to be signed with SM2 needs a library that is tried against a second one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node@24.21.0 sm-crypto@0.5.8
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target py gmssl==3.2.2 ecdsa==0.19.1
cat > see.cjs <<'J'
const crypto = require('node:crypto')
const { sm2 } = require('sm-crypto')
const { writeFileSync } = require('node:fs')
const message = '应急广播'
const key = crypto.generateKeyPairSync('ec', { namedCurve: 'SM2' })
const point = key.publicKey.export({ type: 'spki', format: 'der' }).subarray(-65).toString('hex')
const secret = Buffer.from(key.privateKey.export({ format: 'der', type: 'sec1' })).subarray(7, 39).toString('hex')
const own = crypto.sign('sm3', Buffer.from(message), { key: key.privateKey, dsaEncoding: 'ieee-p1363' })
const theirs = sm2.doSignature(message, secret, { hash: true })
const seen = {
  nodeByNode: crypto.verify('sm3', Buffer.from(message), { key: key.publicKey, dsaEncoding: 'ieee-p1363' }, own),
  nodeBySmCrypto: sm2.doVerifySignature(message, own.toString('hex'), point, { hash: true }),
  smCryptoBySmCrypto: sm2.doVerifySignature(message, theirs, point, { hash: true }),
  smCryptoByNode: crypto.verify('sm3', Buffer.from(message), { key: key.publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(theirs, 'hex')),
}
console.log('OpenSSL', process.versions.openssl, seen)
writeFileSync('case.json', JSON.stringify({ message, point, secret, own: own.toString('hex'), theirs }))
process.exit(seen.nodeByNode && seen.smCryptoBySmCrypto && !seen.nodeBySmCrypto && !seen.smCryptoByNode ? 0 : 1)
J
node_modules/.bin/node see.cjs || { echo "no longer as described"; exit 1; }
PYTHONPATH=py python3 - <<'P' || { echo "no longer as described"; exit 1; }
import json, sys
from gmssl import sm2, sm3, func
from ecdsa import ellipticcurve as curves, ecdsa
case = json.load(open("case.json"))
data = case["message"].encode()
checker = sm2.CryptSM2(private_key=case["secret"], public_key=case["point"][2:])
other, node = checker.verify_with_sm3(case["theirs"], data), checker.verify_with_sm3(case["own"], data)
table = sm2.default_ecc_table
p, n, a, b = (int(table[name], 16) for name in "pnab")
curve = curves.CurveFp(p, a, b)
base = curves.Point(curve, int(table["g"][:64], 16), int(table["g"][64:], 16), n)
point = curves.Point(curve, int(case["point"][2:66], 16), int(case["point"][66:], 16), n)
digest = int(sm3.sm3_hash(func.bytes_to_list(data)), 16)
plain = ecdsa.Public_key(base, point).verifies(digest, ecdsa.Signature(int(case["own"][:64], 16), int(case["own"][64:], 16)))
print("gmssl: of sm-crypto", other, "| of Node", node, "| Node's as plain ECDSA over the SM3 digest:", plain)
sys.exit(0 if other and not node and plain else 1)
P
