import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Select, Space, Spin } from 'antd';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Answer } from '../api/hub.types.ts';
import { LinkButton } from '../frame/link.tsx';
import { Trouble } from '../frame/page.tsx';
import { useSaved } from '../frame/saved.ts';
import './letter.css';

export type Letter = Answer<'/api/v1/disclosure-requests/{id}/letter'>;
type Kind = Letter['kind'];

const useLetter = (id: string, kind: Kind | undefined) =>
  useQuery({
    queryKey: ['request-letter', id, kind ?? ''],
    queryFn: () =>
      answerOf(
        hub.GET('/api/v1/disclosure-requests/{id}/letter', {
          params: { path: { id }, query: kind === undefined ? {} : { kind } },
        }),
      ),
    retry: false,
  });

const kept = {
  // the hub knows its kinds, and says so where it is another one
  kind: (words: string) => (/^[a-z-]{1,30}$/.test(words) ? (words as Kind) : undefined),
};

/** One letter as it lies on paper; what is chosen and pressed is not printed. */
export function LetterPage({ id }: { readonly id: string }) {
  const { saved, narrow } = useSaved<{ readonly kind: Kind }>(kept);
  const letter = useLetter(id, saved.kind);
  if (letter.data === undefined) return letter.isPending ? <Spin /> : <Trouble errors={[letter.error]} />;
  const { kind, others, isDraft } = letter.data;
  return (
    <>
      <Space wrap className="towncrier-unprinted" style={{ marginBottom: 16 }}>
        <Select
          aria-label="文书种类"
          value={kind}
          style={{ width: 360 }}
          onChange={(next) => narrow({ kind: next })}
          options={others.map((one) => ({ value: one.kind, label: one.title }))}
        />
        <Button type="primary" onClick={() => print()}>
          打印或存为 PDF
        </Button>
        <LinkButton to="/requests" search={{ open: id }}>
          回到申请
        </LinkButton>
      </Space>
      {isDraft && (
        <Alert
          type="warning"
          showIcon
          title="这是答复的样稿，申请还没有这样答复。请先在申请中办理“答复”，再打印正式文书。"
          style={{ marginBottom: 16 }}
        />
      )}
      <Sheet of={letter.data} />
    </>
  );
}

const Sheet = ({ of: { title, number, to, paragraphs, issuer, on } }: { readonly of: Letter }) => (
  <article className="towncrier-letter">
    <h1>{title}</h1>
    <p className="towncrier-letter-number">编号：{number}</p>
    <p className="towncrier-letter-to">{to}：</p>
    {paragraphs.map((words, n) => (
      <p key={n}>{words}</p>
    ))}
    <p className="towncrier-letter-end">
      {issuer}
      <br />
      {inChinese(on)}
    </p>
  </article>
);

/** 2026年12月1日, without zeros, as official papers have it. */
const inChinese = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
