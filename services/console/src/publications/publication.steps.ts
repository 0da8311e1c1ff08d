import type { EditionView, Person, Publication, Role } from '../api/hub.types.ts';
import { stages } from '../app/words.ts';

/** What a step asks the person for before it is taken. */
export type Question = 'reason' | 'code' | 'basis' | 'verdict' | 'words' | 'block';

/** One thing this person may do with this publication now. The hub has the last word. */
export interface Step {
  readonly verb: string;
  readonly label: string;
  readonly look: 'primary' | 'plain' | 'danger';
  readonly ask?: readonly Question[];
  readonly body?: object;
  /** It ends what the public sees: the consequences are shown before the click. */
  readonly ends?: true;
}

type Who = (...roles: readonly Role[]) => boolean;
const reviewers = ['first-reviewer', 'second-reviewer', 'third-reviewer'] as const;
const roleOf = {
  1: 'first-reviewer',
  2: 'second-reviewer',
  3: 'third-reviewer',
  secrecy: 'secrecy-reviewer',
} as const;

export function stepsFor(p: Publication, newest: EditionView, person: Person): readonly Step[] {
  const is: Who = (...roles) => roles.some((r) => person.roles.includes(r));
  return [...inWork(p, newest, person, is), ...outside(p, is)];
}

function inWork(p: Publication, newest: EditionView, person: Person, is: Who): readonly Step[] {
  const seen = { contentHash: newest.contentHash, seal: newest.seal };
  const back: Step = {
    verb: 'return',
    label: '退回',
    look: 'plain',
    ask: newest.waitsFor === 'secrecy' ? ['reason', 'code'] : ['reason'],
  };
  const urgent: readonly Step[] =
    p.lane === 'urgent' && is('duty-officer')
      ? [{ verb: 'urgent', label: '申请应急先发', look: 'danger', ask: ['reason'] }]
      : [];
  switch (p.state) {
    case 'draft':
      return [
        ...(is('editor', 'duty-officer')
          ? [{ verb: 'submit', label: '提交审核', look: 'primary' } as const]
          : []),
        ...urgent,
      ];
    case 'submitted':
    case 'in-review':
    case 'secrecy-review':
    case 'referred': {
      const stage = newest.waitsFor ?? 1;
      if (!is(roleOf[stage])) return urgent;
      const claim: Step =
        newest.claim === null
          ? { verb: 'claim', label: '领取', look: 'plain' }
          : { verb: 'claim', label: '接手办理', look: 'plain', body: { takeOver: true } };
      return [
        ...(newest.claim?.by === person.name ? [] : [claim]),
        { verb: 'comments', label: '批注', look: 'plain', ask: ['block', 'words'] },
        back,
        ...(p.state === 'secrecy-review'
          ? [{ verb: 'refer', label: '报请确定', look: 'plain', ask: ['reason', 'code'] } as const]
          : []),
        stage === 'secrecy'
          ? { verb: 'clear', label: '准予公开', look: 'primary', body: seen }
          : { verb: 'approve', label: `${stages[stage] ?? ''}通过`, look: 'primary', body: seen },
      ];
    }
    case 'awaiting-confirmation':
      return is('duty-officer', 'publisher', ...reviewers)
        ? [back, { verb: 'urgent/confirm', label: '确认应急发布', look: 'danger', body: seen }]
        : [];
    case 'approved':
      return is('publisher')
        ? [back, { verb: 'publish', label: `发布到 ${p.channels.length} 个渠道`, look: 'primary' }]
        : [];
    case 'scheduled':
      return is('publisher')
        ? [{ verb: 'unschedule', label: '取消定时', look: 'plain', ask: ['reason'] }]
        : [];
    case 'withdrawn':
    case 'expired':
    case 'repealed':
      return is('publisher') ? [{ verb: 'archive', label: '归档', look: 'plain', ask: ['reason'] }] : [];
    default:
      return [];
  }
}

function outside(p: Publication, is: Who): readonly Step[] {
  const open = p.urgentReleases.find((r) => r.review === null);
  return [
    ...(open !== undefined && is(...reviewers, 'secrecy-reviewer')
      ? [
          {
            verb: 'urgent/review',
            label: `补审第 ${open.edition} 版`,
            look: 'primary',
            ask: ['verdict', 'words'],
            body: { edition: open.edition },
          } as const,
        ]
      : []),
    ...(p.inForce !== null && is('publisher')
      ? ([
          { verb: 'expire', label: '失效', look: 'plain', ask: ['reason'], ends: true },
          { verb: 'repeal', label: '废止', look: 'plain', ask: ['reason', 'basis'], ends: true },
        ] as const)
      : []),
  ];
}
