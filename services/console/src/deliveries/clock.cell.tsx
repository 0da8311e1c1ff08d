import { useEffect, useState } from 'react';
import { Typography } from 'antd';
import type { Row } from '../api/hub.types.ts';
import { took } from '../frame/time.ts';

/** How often (ms) a running clock moves on. */
const tickMs = 1000;

/** One clock for a delivery, from its release: when the channel took it over, and when it was seen to be done. */
export function ClockCell({ row }: { readonly row: Row }) {
  const accepted = sinceRelease(row, row.acceptedAt);
  return (
    <>
      <div>{accepted === undefined ? '尚未接收' : `接收 ${took(accepted)}`}</div>
      {row.ms === undefined ? <Running since={row.releasedAt} /> : <div>了结 {took(row.ms)}</div>}
    </>
  );
}

/** Machines differ by a little: nothing was ever taken over before it was released. */
const sinceRelease = ({ releasedAt }: Row, at: string | undefined): number | undefined =>
  at === undefined ? undefined : Math.max(0, Date.parse(at) - Date.parse(releasedAt));

function Running({ since }: { readonly since: string }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
  return <Typography.Text type="warning">{lastingWords(seconds)}</Typography.Text>;
}

const lastingWords = (seconds: number): string =>
  seconds < 60
    ? `已过 ${seconds} 秒`
    : seconds < 3600
      ? `已过 ${Math.floor(seconds / 60)} 分`
      : '已过一小时以上';
