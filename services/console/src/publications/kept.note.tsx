import { Typography } from 'antd';
import type { Kept } from './copying.ts';

const clock = (instant: string): string =>
  new Date(instant).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });

/** Where what is not saved yet stands besides on the page. */
export function KeptNote({ kept: { browser, hub, trouble } }: { readonly kept: Kept }) {
  if (trouble !== null) return <Typography.Text type="warning">{trouble}</Typography.Text>;
  if (browser === null) return null;
  return (
    <Typography.Text type="secondary">
      未保存；已暂存在本机（{clock(browser)}）{hub !== null && `和服务器（${clock(hub)}）`}
    </Typography.Text>
  );
}
