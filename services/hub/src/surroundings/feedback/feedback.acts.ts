import type { Acts } from '../../trail/acts.ts';

export const feedbackActs = {
  feedback: {
    title: '公众反馈',
    acts: { give: '提交', accept: '受理', answer: '答复', decline: '不予受理' },
  },
} satisfies Acts;
