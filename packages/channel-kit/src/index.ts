export {
  defineChannel,
  type Adapter,
  type Batch,
  type Channel,
  type Context,
  type Estimated,
  type Health,
  type Outcome,
  type Parts,
  type Place,
  type Posting,
  type Rendition,
  type Sighting,
  type Surroundings,
  type Trace,
  type Withdrawal,
} from './channel.ts';
export {
  ChannelError,
  ContentRefused,
  CredentialsStale,
  FarEndBusy,
  OperatorNeeded,
  OutcomeUnknown,
  QuotaSpent,
} from './errors.ts';
export { runChannel } from './run-channel.ts';
export { formsOf } from './forms.ts';
export { mainAccounts } from './register/audience.resolve.ts';
export { noTargets } from './register/no.targets.ts';
export { createRuntime } from './runtime.ts';
export type { ChannelRuntime, RuntimeLog, RuntimeParts } from './channel.runtime.ts';
export { readRelease } from './delivery.consumer.ts';
export { answerRender } from './render.answer.ts';
export { RenditionCache } from './rendition.cache.ts';
export { rotateSecrets, type Rotated } from './register/rotate.secrets.ts';
export { openRegister } from './register/open.register.ts';
export { openTargets, type OpenTargets } from './register/open.targets.ts';
export type {
  DeclaredKind,
  DeclaredSecret,
  FilledRegister,
  Meant,
  SeedTarget,
  TargetDeclaration,
  TargetReader,
} from './register/target.declaration.ts';
export { judge, type Verdict } from './verdict.ts';
export { kitCollections, thread, threads, type Delivery, type Thread, deliveryOfCall } from './thread.ts';
