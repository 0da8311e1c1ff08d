import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ManagedProcess } from './managed-process.mjs';
import { accepts } from './ports.mjs';

/**
 * A broker of our own on loopback: JetStream in `folder`, every write on the disk before it is acknowledged.
 * @param {{ binary: string, port: number, authorization?: string, folder: string, log: string, env: NodeJS.ProcessEnv, supervise:
 * boolean, say: (line: string) => void, onChange: () => void }} at
 */
export function natsProcess(at) {
  const config = join(at.folder, 'nats.conf');
  // Before every start, not once: the folder may have been lost in between.
  const prepare = () => {
    mkdirSync(at.folder, { recursive: true });
    rmSync(config, { force: true });
    writeFileSync(config, natsConfig(at.port, join(at.folder, 'store'), at.authorization), { mode: 0o600 });
  };
  prepare();
  return new ManagedProcess({
    name: 'nats',
    command: at.binary,
    args: ['-c', config],
    env: at.env,
    cwd: at.folder,
    log: at.log,
    isReady: async () => (await accepts('127.0.0.1', at.port)) || 'takes no connection',
    prepare,
    supervise: at.supervise,
    say: at.say,
    onChange: at.onChange,
  });
}

/** @param {number} port @param {string} store @param {string} [authorization] */
function natsConfig(port, store, authorization = '') {
  return `# Written anew at every start.
listen: "127.0.0.1:${port}"
server_name: "towncrier"
max_payload: 8MB
jetstream {
  store_dir: ${JSON.stringify(store)}
  sync_interval: always
}
${authorization}`;
}
