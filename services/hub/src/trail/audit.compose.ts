import type { Collection, Doc } from '@towncrier/storage';
import type { HubParts } from '../ports/hub.parts.ts';
import type { HubSettings } from '../ports/hub.settings.ts';
import { AnchorKeeper } from './anchor.keeper.ts';
import { fileOf, webhookOf, type AnchorPlace } from './anchor.places.ts';
import { AuditChain } from './audit.chain.ts';
import { auditAnchors, auditRows, type AnchorDoc, type AuditDoc } from './audit.documents.ts';
import type { AuditTrail, WithAudit } from './audit.fact.ts';
import { AuditRelay } from './audit.relay.ts';
import { CountedTrail } from './counted.trail.ts';

/** The trail, and what is needed to read it. */
export interface Audit {
  readonly trail: AuditTrail;
  readonly rows: Collection<AuditDoc>;
  readonly anchors: Collection<AnchorDoc>;
  readonly keeper: AnchorKeeper;
  /** For what can be repeated at will: refusals, failures. */
  readonly counted: CountedTrail;
  /** Has the facts of a collection fetched from now on; answers what to call after a save. */
  follow<T extends Doc & WithAudit>(collection: Collection<T>): () => void;
  start(): void;
  stop(): Promise<void>;
}

export async function composeAudit({ settings, store, clock, log }: HubParts): Promise<Audit> {
  const [rows, anchors] = [await store.collection(auditRows), await store.collection(auditAnchors)];
  const chain = new AuditChain(rows, settings.AUDIT_HASH);
  const keeper = await AnchorKeeper.open(anchors, chain, {
    dataDir: settings.TOWNCRIER_DATA,
    places: placesOf(settings),
    clock,
    log,
  });
  const counted = new CountedTrail(chain, clock, log);
  const relays: { start(): void; stop(): Promise<void> }[] = [];
  return {
    trail: chain,
    rows,
    anchors,
    keeper,
    counted,
    follow: (collection) => {
      const relay = new AuditRelay(collection, chain, log);
      relays.push(relay);
      return () => relay.kick();
    },
    start: () => {
      for (const relay of relays) relay.start();
      counted.start();
      keeper.start();
    },
    stop: async () => {
      for (const relay of relays) await relay.stop();
      await counted.stop();
      await keeper.stop();
    },
  };
}

function placesOf({ AUDIT_ANCHOR_FILE, AUDIT_ANCHOR_URL, AUDIT_ANCHOR_TOKEN }: HubSettings): AnchorPlace[] {
  return [
    ...(AUDIT_ANCHOR_FILE === undefined ? [] : [fileOf(AUDIT_ANCHOR_FILE)]),
    ...(AUDIT_ANCHOR_URL === undefined ? [] : [webhookOf(AUDIT_ANCHOR_URL, AUDIT_ANCHOR_TOKEN)]),
  ];
}
