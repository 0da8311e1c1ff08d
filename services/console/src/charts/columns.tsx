import { Typography } from 'antd';
import { lengthOf } from './bars.tsx';
import './bars.css';

interface Props {
  readonly title: string;
  readonly days: readonly { readonly on: string; readonly value: number }[];
}

/** A column for every day. The figures stand in words for whoever does not see them, and point by point. */
export function DayColumns({ title, days }: Props) {
  const longest = Math.max(0, ...days.map(({ value }) => value));
  const told = days.filter(({ value }) => value > 0).map(({ on, value }) => `${on} ${value} 件`);
  if (longest === 0) return null;
  return (
    <section aria-label={title}>
      <Typography.Title level={2} style={{ fontSize: 'var(--ant-font-size-lg)' }}>
        {title}
      </Typography.Title>
      <svg
        className="towncrier-columns"
        viewBox={`0 0 ${days.length * 10} 100`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${title}：${told.join('，')}`}
      >
        {days.map(({ on, value }, n) => (
          <rect
            key={on}
            x={n * 10 + 1}
            y={100 - lengthOf(value, longest)}
            width={8}
            height={lengthOf(value, longest)}
          >
            <title>{`${on} ${value} 件`}</title>
          </rect>
        ))}
      </svg>
      <div className="towncrier-columns-ends">
        <span>{days[0]?.on}</span>
        <span>最多一天 {longest} 件</span>
        <span>{days.at(-1)?.on}</span>
      </div>
    </section>
  );
}
