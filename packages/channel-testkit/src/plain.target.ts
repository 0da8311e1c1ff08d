import type { RegisteredTarget, Target } from '@towncrier/contracts';

/** A target as it is written, without what its register knows beside it. */
export function plainTarget({
  version: _version,
  secrets: _secrets,
  changedBy: _by,
  changedAt: _at,
  ...target
}: RegisteredTarget): Target {
  return target;
}
