import { openRegister, type RegisterGround } from './open.register.ts';
import { Reaches, reaches } from './reaches.ts';
import type { TargetReader } from './target.declaration.ts';
import type { TargetRegister } from './target.register.ts';

/** The register of a channel, whom its editions mean, and both as an adapter reads them. */
export interface OpenTargets {
  readonly register: TargetRegister;
  readonly reaches: Reaches;
  readonly reader: TargetReader;
}

/** @throws KeysMissing when secrets are stored and their key file is not there */
export async function openTargets<S>(ground: RegisterGround<S>): Promise<OpenTargets> {
  const register = await openRegister(ground);
  const docs = await ground.store.collection(reaches);
  const known = new Reaches(docs, (meant) => register.byCatchingUp(meant));
  // Before anybody else listens: whoever is told of a change resolves afresh.
  register.onChange(() => known.forget());
  return { register, reaches: known, reader: readerOf(register, known) };
}

const readerOf = (register: TargetRegister, known: Reaches): TargetReader => ({
  get: (id) => register.get(id),
  active: (kind) => register.active(kind),
  living: (kind) => register.living(kind),
  some: (ids) => register.some(ids),
  count: () => register.count(),
  secret: (id, name) => register.secret(id, name),
  onChange: (tell) => register.onChange(tell),
  meant: (deliveryId) => known.meant(deliveryId),
  isForEverybody: (deliveryId) => known.isForEverybody(deliveryId),
});
