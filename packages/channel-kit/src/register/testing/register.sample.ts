import { join } from 'node:path';
import type { Target, TargetToWrite } from '@towncrier/contracts';
import type { Store } from '@towncrier/storage';
import { z } from 'zod';
import { openRegister } from '../open.register.ts';
import type { DeclaredKind, SeedTarget, TargetDeclaration } from '../target.declaration.ts';
import type { TargetRegister } from '../target.register.ts';

const strip: DeclaredKind = {
  id: 'strip',
  title: '条屏',
  measure: '块条屏',
  choice: 'place',
  catchesUp: true,
  facts: z.strictObject({
    width: z.int().min(64).max(7680).meta({ title: '宽（点）' }),
    note: z.string().max(40).optional().meta({ title: '备注' }),
  }),
  secrets: [{ name: 'token', title: '播放口令', required: false }],
};
const account: DeclaredKind = {
  id: 'account',
  title: '账号',
  measure: '个账号',
  choice: 'owner',
  catchesUp: false,
  facts: z.strictObject({ appId: z.string().min(1).meta({ title: 'AppID' }) }),
  secrets: [{ name: 'secret', title: 'AppSecret', required: true }],
};
const site: DeclaredKind = {
  id: 'site',
  title: '网站',
  measure: '个网站',
  choice: 'always',
  catchesUp: true,
  facts: z.strictObject({}),
  secrets: [],
};
export const kinds = [strip, account, site] as const;

/** 灵泉街道 and one of its communities, 乐白道街道. */
export const lingquan = '532502002000';
export const inLingquan = '532502002001';
export const lebaidao = '532502001000';

export const aTarget = (over: Partial<Target> = {}): Target => ({
  id: 'strip-station',
  title: '客运站条屏',
  kind: 'strip',
  owner: 'government-office',
  area: lingquan,
  venue: 'coach-station',
  groups: [],
  position: null,
  hours: null,
  takes: 'everybody',
  state: { is: 'active' },
  facts: over.kind === 'account' ? { appId: 'wx1' } : over.kind === 'site' ? {} : { width: 384 },
  ...over,
});

export const aRow = (over: Partial<Target> = {}, rest: Partial<TargetToWrite> = {}): TargetToWrite => ({
  target: aTarget(over),
  secrets: {},
  expected: null,
  ...rest,
});

export const declaration = (seed: readonly SeedTarget[] = []): TargetDeclaration<null> => ({
  kinds,
  calls: 'each',
  seed: () => seed,
});

/** A register of these kinds on a real store; a second one on the same store is what a restart sees. */
export function aRegister(
  at: { readonly store: Store; readonly folder: string },
  seed: readonly SeedTarget[] = [],
): Promise<TargetRegister> {
  let tick = Date.parse('2026-11-28T00:00:00Z');
  return openRegister({
    channel: 'led',
    targets: declaration(seed),
    settings: null,
    store: at.store,
    keyFile: join(at.folder, 'keys', 'channel-led.key'),
    now: () => new Date((tick += 1000)).toISOString(),
  });
}
