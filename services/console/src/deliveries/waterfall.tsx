import { Tag, Typography } from 'antd';
import { took, when } from '../frame/time.ts';
import { useWords } from '../session/words.tsx';
import type { Span } from './course.ts';
import './waterfall.css';

const names: Readonly<Record<Exclude<Span['is'], 'attempt' | 'rest'>, string>> = {
  waiting: '等待',
  queued: '排队',
  'far-end': '对方平台',
};

/** A delivery on one clock: each piece under the one before, where it began and as long as it took. */
export function Waterfall({ spans }: { readonly spans: readonly Span[] }) {
  const [first] = spans;
  if (first === undefined) return <Typography.Paragraph>还没有经过</Typography.Paragraph>;
  const begin = Math.min(...spans.map(({ from }) => Date.parse(from)));
  const end = Math.max(begin + 1, ...spans.map(({ to }) => Date.parse(to)));
  return (
    <>
      <Typography.Paragraph type="secondary">
        {when(new Date(begin).toISOString())} 起，共 {took(end - begin)}
      </Typography.Paragraph>
      <ol className="towncrier-waterfall">
        {spans.map((span, n) => (
          <li key={n}>
            <Head of={span} />
            <div className="towncrier-waterfall-track" aria-hidden>
              <div className={`towncrier-waterfall-bar ${lookOf(span)}`} style={placeOf(span, begin, end)} />
            </div>
            <Detail of={span} />
          </li>
        ))}
      </ol>
    </>
  );
}

function placeOf({ from, to }: Span, begin: number, end: number) {
  const share = (ms: number): number => (ms / (end - begin)) * 100;
  const width = Math.max(0.8, share(Date.parse(to) - Date.parse(from)));
  return {
    width: `${width}%`,
    insetInlineStart: `${Math.min(100 - width, share(Date.parse(from) - begin))}%`,
  };
}

const lookOf = (span: Span): string => (span.failed ? 'bad' : span.is);

function Head({ of }: { of: Span }) {
  const { titleOf: verbOf } = useWords('deliveries', 'verb');
  const name = of.is === 'attempt' || of.is === 'rest' ? verbOf(of.verb ?? '') : names[of.is];
  return (
    <div className="towncrier-waterfall-head">
      <Typography.Text strong>{name}</Typography.Text>
      {of.target !== undefined && <span>{of.target}</span>}
      {of.failed && <Tag color="red">未成功</Tag>}
      <Typography.Text type="secondary">
        {when(of.from)}
        {of.ms > 0 && ` · ${took(of.ms)}`}
      </Typography.Text>
    </div>
  );
}

const Detail = ({ of: { words, exchanges = [] } }: { of: Span }) => (
  <>
    <div>{words}</div>
    {exchanges.length > 0 && (
      <details>
        <summary>请求与应答（{exchanges.length}）</summary>
        <ul className="towncrier-exchanges">
          {exchanges.map(({ method, url, status, ms }, n) => (
            <li key={n}>
              <Typography.Text code>
                {method} {url}
              </Typography.Text>{' '}
              {status === undefined ? '没有应答' : `应答 ${status}`}，{took(ms)}
            </li>
          ))}
        </ul>
      </details>
    )}
  </>
);
