import { EnvelopeBroken, envelopeIn, lineOf, openText, sealText, type KeyRing } from '@towncrier/secrets';
import {
  everyOne,
  type Collection,
  type CollectionSpec,
  type Doc,
  type Fresh,
  type Store,
} from '@towncrier/storage';

/** Seals the texts that collections name (`sealed`) on the way in, and opens them on the way out. */
export function sealedStore(store: Store, ring: KeyRing): Store {
  return {
    kind: store.kind,
    collection: async (spec) => {
      const docs = await store.collection(spec);
      if (spec.sealed === undefined) return docs;
      const box = boxFor(spec, ring);
      await sealWhatIsOpen(docs, box);
      return sealedCollection(docs, box);
    },
    ping: () => store.ping(),
    close: () => store.close(),
  };
}

/** Whether any of these holds a sealed text: then the key must not be made anew. */
export async function holdsSealed(store: Store, specs: readonly CollectionSpec<Doc>[]): Promise<boolean> {
  for (const spec of specs.filter((s) => s.sealed !== undefined))
    for await (const doc of everyOne(await store.collection(spec), {}, { order: { _id: 'asc' } }))
      if ((spec.sealed ?? []).some((path) => isSealed(textAt(doc, path)))) return true;
  return false;
}

interface Box<T extends Doc> {
  close(doc: Fresh<T>): Fresh<T>;
  open(doc: T): T;
  /** Holds a text that was stored before such texts were sealed. */
  isOpen(doc: T): boolean;
}

type Tree = Readonly<Record<string, unknown>>;
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;
const isSealed = (text: string | null): boolean => text !== null && envelopeIn(text) !== null;

function textAt(doc: unknown, path: string): string | null {
  const found = path.split('.').reduce<unknown>((at, name) => (isTree(at) ? at[name] : undefined), doc);
  return typeof found === 'string' ? found : null;
}

function withText(at: unknown, [name, ...rest]: readonly string[], text: string): unknown {
  if (name === undefined) return text;
  return isTree(at) ? { ...at, [name]: withText(at[name], rest, text) } : at;
}

function boxFor<T extends Doc>({ name, sealed = [] }: CollectionSpec<T>, ring: KeyRing): Box<T> {
  const each = <D extends { readonly _id: string }>(doc: D, to: (text: string, place: string) => string): D =>
    sealed.reduce<D>((made, path) => {
      const text = textAt(made, path);
      if (text === null) return made;
      return withText(made, path.split('.'), to(text, `${name}|${doc._id}|${path}`)) as D;
    }, doc);
  return {
    close: (doc) => each(doc, (text, place) => lineOf(sealText(text, place, ring))),
    open: (doc) =>
      each(doc, (text, place) => {
        const envelope = envelopeIn(text);
        return envelope === null ? text : opened(envelope, place, ring);
      }),
    isOpen: (doc) =>
      sealed.some((path) => {
        const text = textAt(doc, path);
        return text !== null && !isSealed(text);
      }),
  };
}

function opened(envelope: Parameters<typeof openText>[0], place: string, ring: KeyRing): string {
  try {
    return openText(envelope, place, ring);
  } catch (cause) {
    if (!(cause instanceof EnvelopeBroken)) throw cause;
    const why =
      cause.why === 'no-key'
        ? `密钥文件 ${ring.file} 里没有编号为 ${envelope.key} 的钥匙，请从备份恢复该文件`
        : '内容被改动过，或不属于这里，请从备份恢复';
    throw new Error(`存储中加密的内容 ${place} 无法解开：${why}`, { cause });
  }
}

/** What was stored before texts were sealed; a kill in between leaves the rest for the next start. */
async function sealWhatIsOpen<T extends Doc>(docs: Collection<T>, box: Box<T>): Promise<void> {
  for await (const doc of everyOne(docs, {}, { order: { _id: 'asc' } }))
    if (box.isOpen(doc))
      await docs.change(doc._id, (now) =>
        now !== null && box.isOpen(now) ? box.close(box.open(now)) : null,
      );
}

function sealedCollection<T extends Doc>(docs: Collection<T>, box: Box<T>): Collection<T> {
  const maybe = (doc: T | null): T | null => (doc === null ? null : box.open(doc));
  return {
    get: async (id) => maybe(await docs.get(id)),
    find: async (where, options) => {
      const page = await docs.find(where, options);
      return { ...page, items: page.items.map(box.open) };
    },
    count: (where) => docs.count(where),
    claim: async (where, lease) => {
      const found = await docs.claim(where, lease);
      return found === null ? null : { ...box.open(found), lease: found.lease };
    },
    insert: (doc) => docs.insert(box.close(doc)),
    replace: (doc, expected) => docs.replace(box.close(doc), expected),
    delete: (id) => docs.delete(id),
    change: async (id, decide) => {
      const changed = await docs.change(id, async (stored) => {
        const next = await decide(maybe(stored));
        return next === null ? null : box.close(next);
      });
      return changed.outcome === 'stored'
        ? { outcome: 'stored', doc: box.open(changed.doc) }
        : { outcome: 'left', doc: maybe(changed.doc) };
    },
  };
}
