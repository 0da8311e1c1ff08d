import type { TargetReader } from './target.declaration.ts';

/** The register of a channel that declares no targets. */
export const noTargets: TargetReader = {
  get: () => Promise.resolve(null),
  active: async function* () {},
  living: async function* () {},
  isForEverybody: () => Promise.resolve(true),
  meant: () => Promise.resolve(new Set()),
  some: async function* () {},
  count: () => Promise.resolve(0),
  secret: () => Promise.resolve(null),
  onChange: () => () => undefined,
};
