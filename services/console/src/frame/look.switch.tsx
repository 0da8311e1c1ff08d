import { Button, Dropdown, Space } from 'antd';
import { choose, useChosen } from './look.ts';
import type { Chosen } from './look.rules.ts';

const words: Readonly<Record<Chosen['colours'], string>> = {
  system: '跟随系统',
  light: '浅色',
  dark: '深色',
};
const items = Object.entries(words).map(([key, label]) => ({ key, label }));

/** How the console looks in this browser. */
export function LookSwitch() {
  const chosen = useChosen();
  const { colours, elder } = chosen;
  return (
    <Space size={4}>
      <Button
        type={elder ? 'primary' : 'default'}
        aria-pressed={elder}
        onClick={() => choose({ ...chosen, elder: !elder })}
      >
        大字
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items,
          selectable: true,
          selectedKeys: [colours],
          onClick: ({ key }) => choose({ ...chosen, colours: key as Chosen['colours'] }),
        }}
      >
        <Button>外观</Button>
      </Dropdown>
    </Space>
  );
}
