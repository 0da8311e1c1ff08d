import { Button, Card, Progress, Typography } from 'antd';
import { useEffect } from 'react';
import { useAt } from '../frame/route.ts';
import { markOnly, seenAt, watchPage } from './page.seen.ts';
import { stepAfter } from './tour.decide.ts';
import { end, goTo, useUnderWay, type UnderWay } from './tour.state.ts';
import type { Tour } from './tours.ts';
import './tour.css';

/** The step of the tour that is under way, beside the page; nothing when none is. */
export function TourCard() {
  const underWay = useUnderWay();
  return underWay === undefined ? null : <Open underWay={underWay} />;
}

/** Frames what is meant, and goes on by itself when it is done. */
function useGoingOn(tour: Tour, step: number): void {
  const at = useAt();
  const { steps } = tour;
  useEffect(
    () =>
      watchPage(() => {
        const next = stepAfter(steps, step, seenAt(at));
        if (next === step) markOnly(steps[step]?.mark);
        else goTo({ tour, step }, next);
      }),
    [at, tour, steps, step],
  );
}

function Open({ underWay }: { readonly underWay: UnderWay }) {
  const { tour, step } = underWay;
  const { steps } = tour;
  const now = steps[step];
  useGoingOn(tour, step);
  return (
    <Card
      size="small"
      role="region"
      aria-label="导览"
      className="towncrier-tour"
      title={tour.label}
      extra={
        <Button size="small" onClick={end}>
          结束导览
        </Button>
      }
    >
      <Progress
        percent={Math.round((100 * step) / steps.length)}
        showInfo={false}
        size="small"
        aria-label="导览的进度"
      />
      <Typography.Paragraph aria-live="polite" style={{ margin: '8px 0' }}>
        {now === undefined
          ? '做完了。再来一次、看别的导览，都在右上角“帮助”里。'
          : `${step + 1}. ${now.words}`}
      </Typography.Paragraph>
      <Button size="small" disabled={now === undefined} onClick={() => goTo(underWay, step + 1)}>
        下一步
      </Button>
    </Card>
  );
}
