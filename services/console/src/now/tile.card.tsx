import { Link } from '@tanstack/react-router';
import { Card, Space, Tag } from 'antd';
import { lasting, took } from '../frame/time.ts';
import { lights, percent } from './lights.ts';
import type { Tile } from './now.ts';
import './tiles.css';

type Account = Tile['accounts'][number];

/** One channel: whether it does what it should, in figures of the last 24 hours, and its accounts. */
export const TileCard = ({ tile }: { readonly tile: Tile }) => (
  <Card
    size="small"
    className="towncrier-tile"
    style={{ borderTopColor: lights[tile.light].colour }}
    title={
      <Link to="." search={{ open: tile.channel }} state>
        {tile.title}
      </Link>
    }
    extra={
      <Space size={4}>
        {!tile.online && <Tag color="red">离线</Tag>}
        <Tag>{tile.mode === 'twin' ? '仿真端' : '真实平台'}</Tag>
      </Space>
    }
  >
    <p className="towncrier-tile-words">
      <Sign of={tile} /> {tile.words}
    </p>
    <dl className="towncrier-tile-figures">
      <Figure label="成功率" value={percent(tile.share)} />
      <Figure label="送达用时（95%）" value={took(tile.p95 ?? undefined)} />
      <Figure label="已核实" value={`${tile.confirmed} 条`} />
      <Figure label="积压" value={backlogOf(tile)} />
      {tile.quota !== null && <Figure label="平台配额" value={tile.quota} wide />}
    </dl>
    {tile.accounts.length > 0 && (
      <ul className="towncrier-tile-accounts">
        {tile.accounts.map((account) => (
          <AccountLine key={account.id} account={account} />
        ))}
      </ul>
    )}
  </Card>
);

export const Sign = ({ of: { light } }: { readonly of: Pick<Tile, 'light'> }) => (
  <span aria-hidden className="towncrier-sign" style={{ background: lights[light].colour }}>
    {lights[light].sign}
  </span>
);

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly wide?: boolean;
}
const Figure = ({ label, value, wide = false }: FigureProps) => (
  <div className={wide ? 'towncrier-tile-wide' : undefined}>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
);

export const backlogOf = ({ backlog, oldest }: Pick<Tile, 'backlog' | 'oldest'>): string =>
  oldest === null ? `${backlog} 条` : `${backlog} 条，最久 ${lasting(oldest)}`;

const AccountLine = ({ account }: { readonly account: Account }) => (
  <li>
    <Sign of={account} /> <strong>{account.title}</strong> {wordsOf(account).join(' · ')}
  </li>
);

const wordsOf = ({ words, share, p95, backlog, silentDays, expires }: Account): readonly string[] => [
  words,
  ...(share === null ? [] : [`成功率 ${percent(share)}`]),
  ...(p95 === null ? [] : [`用时 ${took(p95)}`]),
  ...(backlog === 0 ? [] : [`积压 ${backlog} 条`]),
  ...(silentDays === null ? [] : [silentDays === 0 ? '今天有更新或新登记' : `${silentDays} 天没有发布`]),
  ...expires.map(({ what, on }) => `${what} ${on} 到期`),
];
