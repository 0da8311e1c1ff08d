import { createHmac, randomBytes } from 'node:crypto';
import type { Target } from '@towncrier/contracts';
import type { DeclaredKind } from './target.declaration.ts';

/** Shorter words of a longer text are not held against it. */
const wordLength = 8;

/** Knows secrets again without keeping them: keyed digests, with a key that ends with the process. */
export class KnownSecrets {
  private readonly digests = new Set<string>();

  private constructor(
    private readonly key: Buffer,
    private readonly earlier: KnownSecrets | null,
  ) {}

  static none(): KnownSecrets {
    return new KnownSecrets(randomBytes(32), null);
  }

  /** Knows these as well; this one does not. */
  and(secrets: Iterable<string>): KnownSecrets {
    const more = new KnownSecrets(this.key, this);
    for (const secret of secrets) more.add(secret);
    return more;
  }

  add(secret: string): void {
    this.digests.add(this.digest(secret));
  }

  /** Whether the text is a secret, or a word of it is. */
  isIn(text: string): boolean {
    const words = text.split(/[\s,，;；:：=、（）()“”"']+/u).filter((word) => word.length >= wordLength);
    return [text, text.trim(), ...words].some((word) => this.has(this.digest(word)));
  }

  private has(digest: string): boolean {
    return this.digests.has(digest) || this.earlier?.has(digest) === true;
  }

  private digest(text: string): string {
    return createHmac('sha256', this.key).update(text).digest('base64');
  }
}

/** Paths of what looks like a secret in what everybody may read. */
export function strayFields(target: Target, kind: DeclaredKind, known: KnownSecrets): readonly string[] {
  const named = kind.secrets.flatMap(({ name, title }) => [name, title]).map((word) => word.toLowerCase());
  const saysSecret = (text: string): boolean => {
    const [label, value] = text.toLowerCase().split(/[:：=]/u, 2);
    return value !== undefined && value.trim() !== '' && named.includes((label ?? '').trim());
  };
  const stray = textsOf(target).filter(({ text }) => known.isIn(text) || saysSecret(text));
  const facts = Object.keys(target.facts).filter((name) => named.includes(name.toLowerCase()));
  return [...new Set([...stray.map(({ path }) => path), ...facts.map((name) => `facts.${name}`)])];
}

interface Text {
  readonly path: string;
  readonly text: string;
}

function textsOf({ id, title, groups, state, facts }: Target): readonly Text[] {
  return [
    { path: 'id', text: id },
    { path: 'title', text: title },
    ...groups.map((text) => ({ path: 'groups', text })),
    ...(state.is === 'paused' ? [{ path: 'state', text: state.reason }] : []),
    ...Object.entries(facts).flatMap(([name, value]) =>
      leavesOf(value).map((text) => ({ path: `facts.${name}`, text })),
    ),
  ];
}

function leavesOf(value: unknown): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}
