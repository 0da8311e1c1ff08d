import type { Problem } from './hub.types.ts';

/** The hub said no, or could not be asked; the message is for the person who asked. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(
      [
        problem.detail,
        ...(problem.findings ?? []).map((f) => `${f.message}${f.remedy}`),
        ...(problem.omissions ?? []).map((o) => `${o.title}：${o.messages.join('；')}`),
        ...(problem.silent ?? []).map((s) => s.message),
        ...(problem.required ?? []).map((r) => `${r.title}：${r.reason}（${r.article}）`),
        ...(problem.problems ?? []).map((p) => `${p.channel}：${p.message}${p.remedy}`),
      ].join('\n'),
    );
  }
}

/** Nothing came back. */
export const unreachable = (): Refused =>
  new Refused({
    type: 'about:blank',
    title: '无法连接',
    status: 0,
    code: 'unreachable',
    detail: '无法连接服务器，请检查网络后重试；已填写的内容不会丢失。',
  });

/** A refusal as it came; something between here and the hub may have answered in its own words. */
export function refusalIn(answer: unknown, status: number): Refused {
  if (typeof answer === 'object' && answer !== null && 'title' in answer && 'detail' in answer)
    return new Refused(answer as Problem);
  const words = `服务器返回 ${status}`;
  return new Refused({ type: 'about:blank', title: words, status, code: 'no-details', detail: words });
}
