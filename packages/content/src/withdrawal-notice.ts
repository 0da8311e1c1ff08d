import type { EndingAct } from '@towncrier/contracts';

/**
 * What the public is told when a publication ends. `withdrawnAt` is ISO 8601 with offset; without `act` it
 * was taken back.
 */
export interface WithdrawalNotice {
  readonly title: string;
  readonly reason: string;
  readonly act?: EndingAct | undefined;
  readonly withdrawnAt: string;
  readonly links: { readonly page: string };
}

/**
 * The same words on every channel. `verb` is what happened; `mark` stands alone, e.g. in brackets; `done` says
 * what has become of it, and so does `headline` where it stands for the whole; `advice` what that means for the reader; `because` and `why` introduce the reason,
 * with the verb and without.
 */
export interface EndingWords {
  readonly verb: string;
  readonly mark: string;
  readonly done: string;
  readonly headline: string;
  readonly advice: string;
  readonly because: string;
  readonly why: string;
}

/** An end that makes void what was published. */
const voided = (verb: string, advice: string): EndingWords => ({
  verb,
  mark: verb,
  done: `已${verb}`,
  headline: `已${verb}`,
  advice,
  because: `${verb}原因`,
  why: '原因',
});

const words: Readonly<Record<EndingAct, EndingWords>> = {
  withdraw: voided('撤回', '请勿再据此办理'),
  expire: voided('失效', '有效期已过，请勿再据此办理'),
  repeal: voided('废止', '请勿再据此办理'),
  // the warning was right, and what it warned of is over: its issuer says so (突发事件应对法 art. 70)
  lift: {
    verb: '解除',
    mark: '预警解除',
    done: '已解除',
    headline: '预警解除',
    advice: '原预警不再有效',
    because: '解除说明',
    why: '解除说明',
  },
};

export const endingWords = (act: EndingAct | undefined): EndingWords => words[act ?? 'withdraw'];
