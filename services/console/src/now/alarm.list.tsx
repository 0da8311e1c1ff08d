import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { lasting, when } from '../frame/time.ts';
import type { Alarm } from './now.ts';
import { Sign } from './tile.card.tsx';

/** What people must do, whose it is and what is next; that there is nothing is said too. */
export const AlarmList = ({ alarms }: { readonly alarms: readonly Alarm[] }) =>
  alarms.length === 0 ? (
    <p className="towncrier-tile-words">
      <Sign of={{ light: 'good' }} /> 没有需要人工处理的事情
    </p>
  ) : (
    <ul className="towncrier-alarms" aria-label="需要人工处理">
      {alarms.map((alarm) => (
        <li key={alarm.key}>
          <AlarmLine alarm={alarm} />
        </li>
      ))}
    </ul>
  );

const AlarmLine = ({ alarm: { words, count, since, owner, next, at } }: { readonly alarm: Alarm }) => (
  <Alert
    type="error"
    showIcon
    title={count > 1 ? `${words}（${count} 条）` : words}
    description={
      <>
        <div>
          由<strong>{owner}</strong>处理：{next}
        </div>
        {since !== null && (
          <div>
            自 {when(since)}，已 {lasting(since)}
          </div>
        )}
        {at.page !== 'now' || at.search['open'] !== undefined ? (
          <Link to={`/${at.page}`} search={at.search}>
            去处理
          </Link>
        ) : null}
      </>
    }
  />
);
