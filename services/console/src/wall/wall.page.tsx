import { Button, Spin } from 'antd';
import { useState } from 'react';
import { useHeard } from '../live/live.ts';
import { LinkButton } from '../frame/link.tsx';
import { lasting, took } from '../frame/time.ts';
import { percent } from '../now/lights.ts';
import { useNow, type Now } from '../now/now.ts';
import { backlogOf, Sign } from '../now/tile.card.tsx';
import { useEvery } from './every.ts';
import { staleness } from './stale.rules.ts';
import './wall.css';

/** For the duty room: large, without anything to press; what is old is not shown as if it were so. */
export function WallPage() {
  const now = useNow();
  const heard = useHeard();
  // the picture grows old by itself, whoever hears nothing hears that
  const clock = useEvery(1000);
  const stale = staleness({ clock, heard, saidAt: now.dataUpdatedAt, failed: now.isError });
  return (
    <main className="towncrier-wall">
      <Bar at={now.data?.at} />
      {stale !== null && (
        <div role="alert" className="towncrier-wall-stale">
          <strong>{stale.title}</strong>
          <span>{stale.words}</span>
        </div>
      )}
      {now.data === undefined ? <Spin /> : <Board now={now.data} dark={stale !== null} />}
    </main>
  );
}

const clockOf = (at: string): string =>
  new Date(at).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });

function Bar({ at }: { readonly at: string | undefined }) {
  const [whole, setWhole] = useState(false);
  const fill = async (): Promise<void> => {
    await document.documentElement.requestFullscreen();
    setWhole(true);
  };
  return (
    <header className="towncrier-wall-bar">
      <h1>告示 · 值班大屏</h1>
      {at !== undefined && <span>数据时间 {clockOf(at)}</span>}
      {!whole && (
        <span className="towncrier-wall-buttons">
          <Button onClick={() => void fill()}>全屏</Button>
          <LinkButton to="/now">返回</LinkButton>
        </span>
      )}
    </header>
  );
}

const Board = ({ now: { alarms, tiles }, dark }: { readonly now: Now; readonly dark: boolean }) => (
  <div className={dark ? 'towncrier-wall-dark' : undefined} aria-hidden={dark}>
    <section className="towncrier-wall-alarms" aria-label="需要人工处理">
      {alarms.length === 0 ? (
        <p>
          <Sign of={{ light: 'good' }} /> 没有需要人工处理的事情
        </p>
      ) : (
        alarms.slice(0, 4).map(({ key, words, count, owner, since }) => (
          <p key={key}>
            <Sign of={{ light: 'act' }} /> {words}
            {count > 1 && `（${count} 条）`} <em>{owner}</em>
            {since !== null && ` 已 ${lasting(since)}`}
          </p>
        ))
      )}
      {alarms.length > 4 && <p>还有 {alarms.length - 4} 项，见“现在”页</p>}
    </section>
    <section className="towncrier-wall-tiles" aria-label="渠道">
      {tiles.map((tile) => (
        <article key={tile.channel} className={`towncrier-wall-tile towncrier-wall-${tile.light}`}>
          <h2>
            <Sign of={tile} /> {tile.title}
          </h2>
          <p className="towncrier-wall-words">{tile.words}</p>
          <p>
            成功率 <strong>{percent(tile.share)}</strong> 用时 <strong>{took(tile.p95 ?? undefined)}</strong>
          </p>
          <p>积压 {backlogOf(tile)}</p>
        </article>
      ))}
    </section>
  </div>
);
