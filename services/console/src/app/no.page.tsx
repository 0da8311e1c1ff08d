import type { ErrorComponentProps } from '@tanstack/react-router';
import { Button, Space, Typography } from 'antd';
import type { ReactNode } from 'react';
import { LinkButton } from '../frame/link.tsx';
import { Page } from '../frame/page.tsx';

/** What stands where there is no page, and always a way on. */
const Instead = ({
  title,
  words,
  children,
}: {
  readonly title: string;
  readonly words: string;
  readonly children?: ReactNode;
}) => (
  <Page title={title}>
    <Typography.Paragraph style={{ margin: 0 }}>{words}</Typography.Paragraph>
    <Space wrap>
      {children}
      <LinkButton to="/">回到首页</LinkButton>
    </Space>
  </Page>
);

export const NoSuchPage = () => (
  <Instead title="没有这个页面，请从上方菜单进入。" words="网址可能抄漏了，或者页面已经改了地址。" />
);

export const ClosedPage = () => (
  <Instead title="这个页面没有向您开放。" words="如工作需要，请联系系统管理员授权。" />
);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A page that could not be drawn; the others are not touched. */
export const BrokenPage = ({ error, reset }: ErrorComponentProps) => (
  <Instead
    title="这个页面出错了，没有显示出来。"
    words={`请重新打开；仍不行时，请把这句话告诉系统管理员：${messageOf(error)}`}
  >
    <Button type="primary" onClick={reset}>
      重新打开
    </Button>
  </Instead>
);
