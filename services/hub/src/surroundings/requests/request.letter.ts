import { z } from 'zod';
import rows from './letters.json' with { type: 'json' };
import { answerKinds, type AnswerKind, type DisclosureRequest } from './request.ts';

export const letterKinds = {
  ...answerKinds,
  correction: '通知补正',
  extension: '告知延期答复',
} as const;
export type LetterKind = keyof typeof letterKinds;
const letterKind = z.enum(Object.keys(letterKinds) as [LetterKind, ...LetterKind[]]);
export const letterQuery = z.strictObject({ kind: letterKind.optional() });

/** Data: what each letter is called and says, and by which article; a county words its own. */
const templates = z
  .strictObject({
    remedies: z.record(z.enum(['direct', 'reviewFirst']), z.string()),
    letters: z.array(
      z.strictObject({
        kind: letterKind,
        title: z.string(),
        article: z.string(),
        says: z.string(),
        remedy: z.enum(['direct', 'reviewFirst']).nullable(),
      }),
    ),
  })
  .parse(rows);

/** A letter as it is printed. What nobody has written yet is a gap to be filled in. */
export const letter = z
  .object({
    kind: letterKind,
    title: z.string(),
    number: z.string(),
    to: z.string(),
    paragraphs: z.array(z.string()),
    article: z.string(),
    issuer: z.string(),
    on: z.iso.date(),
    isDraft: z.boolean().meta({ description: 'Not what was answered: a text to begin with' }),
    others: z
      .array(z.object({ kind: letterKind, title: z.string() }))
      .meta({ description: 'The letters that can be made of this request as it stands' }),
  })
  .meta({ id: 'RequestLetter' });
export type Letter = z.infer<typeof letter>;

export const gap = '【待填】';
const chinese = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** Which letters a request can have: of what has happened to it, or of how it might still be answered. */
export function lettersOf({ answer, correction, extension }: DisclosureRequest): readonly LetterKind[] {
  const answers = answer === null ? (Object.keys(answerKinds) as AnswerKind[]) : [answer.kind];
  return [
    ...answers,
    ...(correction === null ? [] : ['correction' as const]),
    ...(extension === null ? [] : ['extension' as const]),
  ];
}

/** Pure. Null for a letter that this request cannot have. */
export function letterOf(
  kind: LetterKind,
  request: DisclosureRequest,
  {
    issuer,
    today,
    dueOn,
  }: { readonly issuer: string; readonly today: string; readonly dueOn: string | null },
): Letter | null {
  const template = templates.letters.find((one) => one.kind === kind);
  const kinds = lettersOf(request);
  if (template === undefined || !kinds.includes(kind)) return null;
  const { applicant, wanted, receivedOn, submittedOn } = request;
  const own = wordsFor(kind, request, dueOn);
  const remedy = template.remedy === null ? [] : [templates.remedies[template.remedy] ?? ''];
  return {
    kind,
    title: template.title,
    number: request.id,
    to: applicant.name,
    paragraphs: [
      `本机关于${chinese(receivedOn ?? submittedOn)}收到您提出的政府信息公开申请，申请公开“${wanted.description}”。`,
      `${template.says}`,
      own.words,
      `以上依据${template.article}的规定。`,
      ...remedy,
      '特此告知。',
    ],
    article: template.article,
    issuer,
    on: own.on ?? today,
    isDraft: own.on === null,
    others: kinds.map((one) => ({ kind: one, title: letterKinds[one] })),
  };
}

function wordsFor(
  kind: LetterKind,
  { answer, correction, extension }: DisclosureRequest,
  dueOn: string | null,
): { readonly words: string; readonly on: string | null } {
  if (kind === 'correction' && correction !== null)
    return { words: `${correction.words}。请于${chinese(correction.dueOn)}前补正。`, on: correction.askedOn };
  if (kind === 'extension' && extension !== null) {
    const until = dueOn === null ? '' : `，最迟于${chinese(dueOn)}前答复`;
    return { words: `延长 ${extension.days} 个工作日${until}。理由：${extension.reason}`, on: extension.on };
  }
  return answer === null || answer.kind !== kind
    ? { words: gap, on: null }
    : { words: answer.words, on: answer.on };
}
