import { Link } from '@tanstack/react-router';
import { Tag } from 'antd';
import type { MatrixCell } from '../api/hub.types.ts';
import { rowColours } from '../frame/colours.ts';
import type { Words } from '../frame/saved.ts';
import { useWords } from '../session/words.tsx';

interface Props {
  readonly of: MatrixCell;
  readonly channel: string;
}

/** Where it stands, in a word and a colour; leads to what happened. */
export function CellLink({ of, channel }: Props) {
  const { titleOf } = useWords('deliveries', 'state');
  const { titleOf: actOf } = useWords('deliveries', 'operation');
  const state = of.byHand === true ? '已人工办结' : titleOf(of.state);
  const asks = of.hand && !state.includes('人工') ? '，需人工' : '';
  const act = of.removes ? actOf(of.operation) : '';
  return (
    <Link
      to="."
      search={(said: Words) => ({ ...said, open: of.delivery })}
      state
      title={of.words}
      aria-label={`${channel}：${act}${state}${asks}`}
    >
      <Tag
        color={of.hand ? 'red' : of.byHand === true ? 'default' : rowColours[of.state]}
        style={{ whiteSpace: 'normal' }}
      >
        {act}
        {state}
        {asks}
      </Tag>
    </Link>
  );
}
