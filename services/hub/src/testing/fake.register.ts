import {
  containsDivision,
  registerAnswer,
  registerAsked,
  type Audience,
  type RegisterAnswer,
  type RegisterAsked,
  type RegisteredTarget,
  type Target,
  type TargetKind,
} from '@towncrier/contracts';
import { z } from 'zod';

type Named = Pick<Target, 'id' | 'title'>;
type Asked<A extends RegisterAsked['ask']> = Extract<RegisterAsked, { ask: A }>;

const at = '2026-11-23T01:00:00.000Z';

/**
 * A channel's register as the hub meets it: keeps targets, answers by the contract. It knows one rule of its
 * own: a width is a number.
 */
export class FakeRegister {
  readonly asked: RegisterAsked[] = [];
  private readonly targets = new Map<string, RegisteredTarget>();

  constructor(
    private readonly channel: string,
    private readonly kinds: readonly TargetKind[],
  ) {}

  has(...targets: readonly Target[]): this {
    for (const target of targets)
      this.targets.set(target.id, { ...target, version: 1, secrets: [], changedBy: 'system', changedAt: at });
    return this;
  }

  get(id: string): RegisteredTarget | undefined {
    return this.targets.get(id);
  }

  answer(question: unknown): RegisterAnswer {
    const read = registerAsked.safeParse(question);
    if (!read.success) return malformed(read.error, question);
    const asked = read.data;
    this.asked.push(asked);
    switch (asked.ask) {
      case 'kinds':
        return { answer: 'kinds', kinds: [...this.kinds] };
      case 'list':
        return this.list(asked);
      case 'one':
        return { answer: 'one', target: this.targets.get(asked.id) ?? null };
      case 'write':
        return this.write(asked);
      case 'state':
        return this.turn(asked);
      case 'reach':
        return this.reach(asked.audience);
    }
  }

  private list({ where, limit, after }: Asked<'list'>): RegisterAnswer {
    const all = [...this.targets.values()].filter(
      (t) =>
        (where.area === undefined || containsDivision(where.area, t.area)) &&
        (where.state === undefined || t.state.is === where.state) &&
        (where.kind === undefined || t.kind === where.kind) &&
        (where.words === undefined || `${t.id} ${t.title}`.includes(where.words)),
    );
    const rest = all
      .filter((t) => after === undefined || t.id > after)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const items = rest.slice(0, limit);
    const next = rest.length > limit ? (items.at(-1)?.id ?? null) : null;
    return { answer: 'list', items, total: all.length, next };
  }

  private write({ rows, apply, by }: Asked<'write'>): RegisterAnswer {
    const problems = rows.flatMap(({ row, target, expected }) => {
      const wrong = this.objection(target, expected);
      return wrong === null ? [] : [{ ...(row === undefined ? {} : { row }), target: target.id, ...wrong }];
    });
    if (problems.length > 0) return { answer: 'refused', problems };
    const changes = rows.map(({ row, target, secrets }) => {
      const before = this.targets.get(target.id) ?? null;
      const after: RegisteredTarget = {
        ...target,
        version: (before?.version ?? 0) + 1,
        secrets: [...new Set([...(before?.secrets ?? []), ...Object.keys(secrets)])],
        changedBy: by,
        changedAt: at,
      };
      return { ...(row === undefined ? {} : { row }), before, after };
    });
    if (apply) for (const { after } of changes) this.targets.set(after.id, after);
    return { answer: 'written', applied: apply, changes, unchanged: 0 };
  }

  private objection(target: Target, expected: number | null) {
    const stands = this.targets.get(target.id)?.version ?? null;
    if (stands !== expected)
      return {
        message: stands === null ? '没有这个终端。' : `终端已被他人修改（现为第 ${stands} 版）。`,
        remedy: '请刷新后核对再操作。',
      };
    return typeof target.facts['width'] === 'number'
      ? null
      : { field: 'facts.width', message: '宽度应为数字。', remedy: '请填写像素数。' };
  }

  private turn({ id, to, expected, by }: Asked<'state'>): RegisterAnswer {
    const before = this.targets.get(id);
    if (before === undefined || before.version !== expected) {
      const problem = { target: id, message: '终端已被他人修改。', remedy: '请刷新后核对再操作。' };
      return { answer: 'refused', problems: [problem] };
    }
    const after = { ...before, state: to, version: before.version + 1, changedBy: by };
    this.targets.set(id, after);
    return { answer: 'written', applied: true, changes: [{ before, after }], unchanged: 0 };
  }

  private reach(audience: Audience): RegisterAnswer {
    const all = [...this.targets.values()];
    const meant = all.filter((t) => means(audience, this.channel, t));
    const active = meant.filter((t) => t.state.is === 'active');
    const reached = active.filter((t) => t.takes === 'everybody');
    const kinds = this.kinds.map(({ id, measure }) => ({
      kind: id,
      measure,
      reached: reached.filter((t) => t.kind === id).length,
      of: all.filter((t) => t.kind === id && t.state.is === 'active').length,
    }));
    const named = audience.scope === 'some' ? audience.of.targets : [];
    return {
      answer: 'reach',
      reach: {
        channel: this.channel,
        kinds,
        reached: reached.length,
        of: kinds.reduce((sum, { of }) => sum + of, 0),
        sample: reached.map(nameOf),
        withoutConsent: active.filter((t) => t.takes !== 'everybody').map(nameOf),
        resting: meant.filter((t) => t.state.is !== 'active').map(nameOf),
        unknown: named
          .filter(({ channel, id }) => channel === this.channel && !this.targets.has(id))
          .map(({ id }) => id),
      },
    };
  }
}

const rowsAsked = z.looseObject({
  rows: z.array(z.looseObject({ row: z.number().optional(), target: z.looseObject({ id: z.string() }) })),
});

/** Rows that are no targets are refused one by one. @throws ZodError for any other question */
function malformed(error: z.ZodError, question: unknown): RegisterAnswer {
  const { rows } = rowsAsked.parse(question);
  const problems = error.issues.map(({ path: [, n, , ...path] }) => {
    const { row, target } = rows[Number(n)] ?? {};
    const field = path.map(String).join('.');
    return { row, target: target?.id, field, message: '格式不符合要求', remedy: '请更正后重试' };
  });
  return registerAnswer.parse({ answer: 'refused', problems });
}

const nameOf = ({ id, title }: Named): Named => ({ id, title });

const means = (audience: Audience, channel: string, target: Target): boolean =>
  audience.scope !== 'some' ||
  audience.of.areas.some((area) => containsDivision(area, target.area)) ||
  audience.of.targets.some((t) => t.channel === channel && t.id === target.id);

/** A screen at the coach station of 灵泉街道; a test says what matters to it. */
export const screenTarget = (more: Partial<Target> = {}): Target => ({
  id: 'strip-station',
  title: '客运站条屏',
  kind: 'strip',
  owner: 'kys-lq',
  area: '532502002000',
  venue: 'coach-station',
  groups: [],
  position: null,
  hours: null,
  takes: 'everybody',
  state: { is: 'active' },
  facts: { width: 320 },
  ...more,
});

export const screenKinds: readonly TargetKind[] = [
  {
    id: 'strip',
    title: '条屏',
    measure: '块屏',
    choice: 'place',
    catchesUp: true,
    facts: {
      type: 'object',
      properties: { width: { type: 'integer', title: '宽', description: '像素' } },
      required: ['width'],
      additionalProperties: false,
      'x-secrets': [{ name: 'player-key', title: '播放口令', required: false }],
    },
    secrets: ['player-key'],
  },
];
