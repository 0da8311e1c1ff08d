import { Tag } from 'antd';

/** Whether a channel goes by the main text, by words of its own, or is not gone to. */
export type OwnState = 'inherits' | 'overridden' | 'off';

const looks = {
  inherits: { color: 'default', words: '随正文' },
  overridden: { color: 'blue', words: '已改写' },
  off: { color: 'default', words: '关闭' },
} as const;

export const OwnStateTag = ({ state }: { state: OwnState }) => (
  <Tag color={looks[state].color}>{looks[state].words}</Tag>
);
