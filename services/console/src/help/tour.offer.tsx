import { Alert, Button, Space } from 'antd';
import { useState } from 'react';
import type { Session } from '../api/hub.types.ts';
import { KeptWords } from '../frame/kept.words.ts';
import { openTours } from './open.tours.ts';
import { begin, useUnderWay } from './tour.state.ts';

const offered = new KeptWords('towncrier.toured', () => localStorage);

/** Offers the tours to whoever is here for the first time in this browser. */
export function TourOffer({ session }: { readonly session: Session }) {
  const [isGone, setGone] = useState(() => offered.read() !== null);
  const underWay = useUnderWay();
  const tours = openTours(session);
  if (isGone || underWay !== undefined || tours.length === 0) return null;
  const leave = (): void => {
    offered.write('yes');
    setGone(true);
  };
  return (
    <Alert
      type="info"
      title="第一次用？跟着导览走一遍，三分钟。"
      description={
        <Space wrap>
          {tours.map((tour) => (
            <Button
              key={tour.label}
              size="small"
              onClick={() => {
                leave();
                begin(tour);
              }}
            >
              {tour.label}
            </Button>
          ))}
          <Button size="small" type="text" onClick={leave}>
            不用了
          </Button>
        </Space>
      }
    />
  );
}
