import {
  copyFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { lastLines, run } from './run.mjs';

const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
/** The first Debian suite whose nats-server is new enough; it needs no library but libc 2.34. */
const suite = 'forky';

/**
 * Takes nats-server out of Debian's package with an apt configuration of our own: signatures are checked,
 * nothing is installed, no root is needed.
 * @param {string} into folder for the binary
 * @returns {Promise<string>} path of the binary
 */
export async function fetchDebianPackage(into) {
  const mirror = debianMirror();
  if (mirror === null || !existsSync(keyring)) throw new Error('this is no Debian machine');
  const apt = join(into, 'apt');
  rmSync(apt, { recursive: true, force: true });
  for (const folder of ['lists/partial', 'cache/archives/partial', 'out'])
    mkdirSync(join(apt, folder), { recursive: true });
  writeFileSync(join(apt, 'status'), '');
  writeFileSync(join(apt, 'sources.list'), `deb [signed-by=${keyring}] ${mirror} ${suite} main\n`);
  const own = {
    'Dir::Etc::sourcelist': join(apt, 'sources.list'),
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::State::lists': join(apt, 'lists'),
    'Dir::Cache': join(apt, 'cache'),
    'Dir::State::status': join(apt, 'status'),
    'Acquire::Languages': 'none',
    'APT::Sandbox::User': '',
  };
  const options = Object.entries(own).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
  try {
    await must('apt-get', [...options, 'update'], apt);
    await must('apt-get', [...options, 'download', 'nats-server'], join(apt, 'out'));
    const file = readdirSync(join(apt, 'out')).find((name) => name.endsWith('.deb'));
    if (file === undefined) throw new Error('apt-get downloaded nothing');
    await must('dpkg', ['-x', file, 'x'], join(apt, 'out'));
    copyFileSync(join(apt, 'out', 'x', 'usr', 'sbin', 'nats-server'), join(into, 'nats-server'));
    chmodSync(join(into, 'nats-server'), 0o755);
    return join(into, 'nats-server');
  } finally {
    rmSync(apt, { recursive: true, force: true });
  }
}

/** @param {string} command @param {string[]} args @param {string} cwd */
async function must(command, args, cwd) {
  const { code, output } = await run(command, args, {
    cwd,
    env: { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (code !== 0) throw new Error(`${command}: ${lastLines(output, 1)}`);
}

/**
 * The Debian archive this machine is set up with: the first one in its own sources that is not the security
 * archive.
 */
function debianMirror() {
  const more = '/etc/apt/sources.list.d';
  const files = [
    '/etc/apt/sources.list',
    ...(existsSync(more) ? readdirSync(more).map((name) => join(more, name)) : []),
  ].filter((file) => /\.(list|sources)$/.test(file) && existsSync(file));
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  const addresses = lines.flatMap((line) =>
    /^(?:URIs:|deb )/.test(line) ? (line.match(/https?:\/\/\S+/g) ?? []) : [],
  );
  return addresses.find((address) => /\/debian\/?$/.test(address)) ?? null;
}
