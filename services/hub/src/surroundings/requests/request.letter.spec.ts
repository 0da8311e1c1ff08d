import { describe, expect, it } from 'vitest';
import type { DisclosureRequest } from './request.ts';
import { answerKinds, type AnswerKind } from './request.ts';
import { gap, letterOf, lettersOf, type LetterKind } from './request.letter.ts';

const request: DisclosureRequest = {
  id: '7K3QZP4M',
  state: 'handling',
  organisation: 'kysrmzf',
  applicant: { kind: 'person', name: '张三', idNumber: '530102', contact: '13800000000' },
  wanted: { description: '征地补偿方案', form: 'email' },
  mode: 'online',
  submittedOn: '2026-03-02',
  receivedOn: '2026-03-03',
  correction: null,
  extension: null,
  consultations: [],
  answer: null,
};
const at = { issuer: '开远市人民政府办公室', today: '2026-03-20', dueOn: '2026-04-28' };
const answered = (kind: AnswerKind): DisclosureRequest => ({
  ...request,
  state: 'answered',
  answer: { kind, words: '见附件', on: '2026-03-18', publication: null },
});
const words = (kind: LetterKind, of: DisclosureRequest): string =>
  letterOf(kind, of, at)?.paragraphs.join('\n') ?? 'none';

describe('the letter of an answer', () => {
  it('says to whom, on what, by which article, what was answered and when', () => {
    expect(letterOf('provided', answered('provided'), at)).toMatchObject({
      title: '政府信息公开申请答复书',
      number: '7K3QZP4M',
      to: '张三',
      article: '《政府信息公开条例》第三十六条第（二）项',
      issuer: '开远市人民政府办公室',
      on: '2026-03-18',
      isDraft: false,
    });
    expect(words('provided', answered('provided'))).toContain('2026年3月3日收到');
    expect(words('provided', answered('provided'))).toContain('“征地补偿方案”');
    expect(words('provided', answered('provided'))).toContain('见附件');
  });

  it.each(Object.keys(answerKinds) as AnswerKind[])(
    'exists for “%s”, with its article and its remedies',
    (kind) => {
      const article = kind === 'not-a-request' ? '第三十九条' : '第三十六条第（';
      expect(letterOf(kind, answered(kind), at)?.article).toContain(article);
      expect(words(kind, answered(kind))).toContain('行政复议');
    },
  );

  it('has review before a lawsuit where nothing is made public (行政复议法 art. 23)', () => {
    expect(words('refused', answered('refused'))).toContain('对行政复议决定不服的');
    expect(words('provided', answered('provided'))).toContain('六个月内');
  });

  it('is a draft with a gap while nothing was answered, and no other once something was', () => {
    expect(letterOf('refused', request, at)).toMatchObject({ isDraft: true, on: '2026-03-20' });
    expect(words('refused', request)).toContain(gap);
    expect(letterOf('refused', answered('provided'), at)).toBeNull();
  });

  it('holds no number of an identity card and no telephone', () => {
    for (const kind of lettersOf(request))
      expect(JSON.stringify(letterOf(kind, request, at))).not.toMatch(/530102|13800000000/u);
  });
});

describe('the letters on the way', () => {
  it('ask for a correction until its day', () => {
    const asked = {
      ...request,
      correction: { askedOn: '2026-03-05', words: '请写明地块', dueOn: '2026-03-20', answeredOn: null },
    };
    expect(words('correction', asked)).toContain('请写明地块。请于2026年3月20日前补正');
    expect(letterOf('correction', asked, at)).toMatchObject({ on: '2026-03-05', isDraft: false });
    expect(letterOf('correction', request, at)).toBeNull();
  });

  it('tell of an extension, its reason and its last day', () => {
    const longer = {
      ...request,
      extension: { days: 20, reason: '须征求意见', approvedBy: '主任', on: '2026-03-19' },
    };
    expect(words('extension', longer)).toMatch(
      /延长 20 个工作日，最迟于2026年4月28日前答复。理由：须征求意见/u,
    );
    expect(letterOf('extension', longer, at)?.article).toContain('第三十三条');
  });
});
