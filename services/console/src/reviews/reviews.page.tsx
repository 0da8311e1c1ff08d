import { useRowKeys } from '../frame/row.keys.ts';
import { Space, Typography } from 'antd';
import type { Step } from '../api/hub.types.ts';
import { Trouble } from '../frame/page.tsx';
import { go } from '../frame/route.ts';
import { useSaved } from '../frame/saved.ts';
import { takenAtOnce } from '../steps/steps.ts';
import { ClaimsBar } from './claims.bar.tsx';
import { claimable, useClaims } from './claims.ts';
import { useReviews, useReviewStep, type Waiting } from './reviews.ts';
import { kept, ReviewsFilters, shown, type Filters } from './reviews.filters.tsx';
import { ReviewsTable } from './reviews.table.tsx';

export function ReviewsPage() {
  const queue = useReviews();
  useRowKeys();
  const step = useReviewStep();
  const { saved, narrow } = useSaved<Filters>(kept);
  const rows = queue.data?.items ?? [];
  const seen = shown(rows, saved);
  const { chosen, tick, claim, failed } = useClaims(seen);
  const take = (row: Waiting, chosen: Step): void =>
    takenAtOnce(chosen) ? step.mutate({ of: row, step: chosen }) : go({ at: 'publication', id: row.id });
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Typography.Title level={1} style={{ margin: 0 }}>
        待我办理
      </Typography.Title>
      <Trouble errors={[queue.error, step.error, claim.error]} />
      <ReviewsFilters rows={rows} saved={saved} onNarrow={narrow} />
      {seen.some(claimable) || failed.length > 0 ? (
        <ClaimsBar
          chosen={chosen.length}
          busy={claim.isPending}
          failed={failed}
          onClaim={() => claim.mutate(chosen)}
        />
      ) : null}
      <ReviewsTable items={seen} chosen={chosen} loading={queue.isPending} onChoose={tick} onTake={take} />
    </Space>
  );
}
