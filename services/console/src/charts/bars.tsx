import { Empty, Typography } from 'antd';
import './bars.css';

export interface Bar {
  readonly label: string;
  readonly value: number;
}

interface Props {
  readonly title: string;
  readonly bars: readonly Bar[];
}

/** How much of the width a bar takes, in percent of the longest; what is there is always seen. */
export const lengthOf = (value: number, longest: number): number =>
  value <= 0 || longest <= 0 ? 0 : Math.max(1, (100 * value) / longest);

/** Bars with their words and figures beside them: a table that can be seen at a glance, and printed. */
export function Bars({ title, bars }: Props) {
  const longest = Math.max(0, ...bars.map(({ value }) => value));
  return (
    <section aria-label={title}>
      <Typography.Title level={2} style={{ fontSize: 'var(--ant-font-size-lg)' }}>
        {title}
      </Typography.Title>
      {longest === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="本月没有数据" />
      ) : (
        <table className="towncrier-bars">
          <tbody>
            {bars.map(({ label, value }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="towncrier-bars-bar">
                  <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
                    <rect width={lengthOf(value, longest)} height={10} />
                  </svg>
                </td>
                <td className="towncrier-bars-value">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
