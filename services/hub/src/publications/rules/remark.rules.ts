import { done, refused, type Decision, type Rule } from '../publication.commands.ts';
import { newest, type Publication } from '../publication.ts';
import { inState, unreleased } from './states.ts';

export const makeComment: Rule<'makeComment'> = ({ block, words, quote, by, at }, state) =>
  inState(state, unreleased, '已发布的稿件不再接受批注；请使用“更正”', () =>
    done({ type: 'commentMade', block, words, quote, by, at }),
  );

export const answerComment: Rule<'answerComment'> = ({ comment, words, by, at }, state) =>
  inState(state, unreleased, '已发布的稿件不再处理批注', () =>
    openComment(state, comment) === undefined
      ? noSuchComment()
      : done({ type: 'commentAnswered', comment, words, by, at }),
  );

const openComment = (state: Publication, comment: number) =>
  newest(state).comments.find((c) => c.id === comment && c.settled === null);
const noSuchComment = (): Decision => refused('no-such-comment', '没有这条待处理的批注；请刷新后再试');

/** Whoever wrote the edition may say that a remark is resolved; only a reviewer may waive it. */
export const settleComment: Rule<'settleComment'> = ({ comment, as, words, by, at }, state) =>
  inState(state, unreleased, '已发布的稿件不再处理批注', () => {
    if (openComment(state, comment) === undefined) return noSuchComment();
    if (as === 'waived' && newest(state).authors.includes(by))
      return refused('four-eyes', '批注不能由撰稿人自己免除；请由审核人员决定');
    return done({ type: 'commentSettled', comment, as, words, by, at });
  });
