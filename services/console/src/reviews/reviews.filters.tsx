import { Checkbox, Select, Space } from 'antd';
import { anyWords, oneOf, type Kept } from '../frame/saved.ts';
import type { Waiting } from './reviews.ts';

export interface Filters {
  readonly review: string;
  readonly lane: 'urgent' | undefined;
}
export const kept: Kept<Filters> = { review: anyWords, lane: oneOf(['urgent']) };

const reviewOf = (row: Waiting): string => row.editions.at(-1)?.waitsForTitle ?? row.stateTitle;

/** The rows that a view of the queue shows, in the hub's order. */
export const shown = (rows: readonly Waiting[], { review, lane }: Partial<Filters>): readonly Waiting[] =>
  rows.filter(
    (row) => (review === undefined || reviewOf(row) === review) && (lane === undefined || row.lane === lane),
  );

interface Props {
  readonly rows: readonly Waiting[];
  readonly saved: Partial<Filters>;
  readonly onNarrow: (more: Partial<Filters>) => void;
}

export function ReviewsFilters({ rows, saved, onNarrow }: Props) {
  const reviews = [
    ...new Set([...rows.map(reviewOf), ...(saved.review === undefined ? [] : [saved.review])]),
  ];
  return (
    <Space wrap>
      <Select
        allowClear
        aria-label="环节"
        placeholder="环节"
        style={{ width: 180 }}
        value={saved.review ?? null}
        options={reviews.map((value) => ({ value, label: value }))}
        onChange={(review?: string) => onNarrow({ review: review ?? '' })}
      />
      <Checkbox
        checked={saved.lane === 'urgent'}
        onChange={({ target }) => onNarrow({ lane: target.checked ? 'urgent' : undefined })}
      >
        只看紧急
      </Checkbox>
    </Space>
  );
}
