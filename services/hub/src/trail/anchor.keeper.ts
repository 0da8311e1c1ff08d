import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dateInChina } from '@towncrier/content';
import type { Collection } from '@towncrier/storage';
import { schedule, type ScheduledTask } from 'node-cron';
import type { Clock, HubLog } from '../ports/hub.parts.ts';
import { AuditChain } from './audit.chain.ts';
import type { AnchorDoc } from './audit.documents.ts';
import { anchored } from './audit.verify.ts';

/** Signs the head of the chain once a day, whichever replica comes first. */
export class AnchorKeeper {
  private task: ScheduledTask | null = null;

  private constructor(
    private readonly anchors: Collection<AnchorDoc>,
    private readonly chain: AuditChain,
    private readonly key: KeyObject,
    private readonly clock: Clock,
    private readonly log: HubLog,
  ) {}

  static async open(
    anchors: Collection<AnchorDoc>,
    chain: AuditChain,
    dataDir: string,
    clock: Clock,
    log: HubLog,
  ): Promise<AnchorKeeper> {
    return new AnchorKeeper(anchors, chain, await keyIn(dataDir), clock, log);
  }

  /**
   * PEM, to be kept where the county keeps its seals: whoever has it can check an export without this house.
   */
  get publicKey(): string {
    return createPublicKey(this.key).export({ type: 'spki', format: 'pem' }).toString();
  }

  start(): void {
    const round = (): void =>
      void this.anchor().catch((error: unknown) => {
        this.log.error({ error: String(error) }, 'no audit anchor today');
      });
    this.task = schedule('*/10 * * * *', round, { noOverlap: true });
    round();
  }

  async stop(): Promise<void> {
    await this.task?.destroy();
  }

  /** Does nothing when there is one for today. */
  async anchor(): Promise<void> {
    const now = this.clock();
    const date = dateInChina(now);
    if ((await this.anchors.get(date)) !== null) return;
    const facts = { date, ...(await this.chain.head()), at: now.toISOString() };
    const { date: _id, ...rest } = facts;
    await this.anchors.insert({
      _id,
      ...rest,
      signature: sign(null, anchored(facts), this.key).toString('base64'),
    });
  }
}

/** Ed25519, made at first start. */
async function keyIn(dataDir: string): Promise<KeyObject> {
  const file = join(dataDir, 'audit-anchor.pem');
  await mkdir(dataDir, { recursive: true });
  try {
    await writeFile(
      file,
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
      { mode: 0o600, flag: 'wx' },
    );
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return createPrivateKey(await readFile(file));
}
