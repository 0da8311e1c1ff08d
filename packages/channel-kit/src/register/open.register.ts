import type { Store } from '@towncrier/storage';
import { KeyRing } from '@towncrier/secrets';
import { RegisterStore } from './register.store.ts';
import type { Row } from './register.problems.ts';
import type { SeedTarget, TargetDeclaration } from './target.declaration.ts';
import { TargetRegister } from './target.register.ts';

export interface RegisterGround<S> {
  readonly channel: string;
  readonly targets: TargetDeclaration<S> | undefined;
  readonly settings: S;
  readonly store: Store;
  readonly keyFile: string;
  readonly now: () => string;
}

/**
 * The register of a channel, with what it begins with. What a crash left half carried over is finished first.
 * @throws KeysMissing when secrets are stored and their key file is not there
 */
export async function openRegister<S>(ground: RegisterGround<S>): Promise<TargetRegister> {
  const { channel, targets, now, keyFile } = ground;
  const store = await RegisterStore.open(ground.store, now());
  const ring = await KeyRing.open(keyFile, now(), () => hasSecrets(store));
  const register = new TargetRegister({ channel, kinds: targets?.kinds ?? [], store, ring, now });
  if (targets !== undefined) {
    await register.seed(async () => rowsOf(await firstTargets(ground, targets)));
    const filled = {
      has: async (id: string) => (await store.get(id)) !== null,
      living: (kind?: string) => register.living(kind),
    };
    const lacking = (await targets.lacks?.(filled, ground.settings)) ?? [];
    if (lacking.length > 0) await register.complete(rowsOf(lacking));
  }
  return register;
}

const rowsOf = (targets: readonly SeedTarget[]): readonly Row[] =>
  targets.map(({ secrets = {}, ...target }) => ({ target, secrets, expected: null }));

/** What an earlier release knew is worth more than a demonstration. */
async function firstTargets<S>(
  { store, settings }: RegisterGround<S>,
  targets: TargetDeclaration<S>,
): Promise<readonly SeedTarget[]> {
  const adopted = (await targets.adopt?.(store, settings)) ?? [];
  return adopted.length > 0 ? adopted : targets.seed(settings);
}

async function hasSecrets(store: RegisterStore): Promise<boolean> {
  for await (const { secrets } of store.all()) if (Object.keys(secrets).length > 0) return true;
  return false;
}
