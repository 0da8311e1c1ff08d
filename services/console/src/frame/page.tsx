import { Alert, Button, Space, Typography } from 'antd';
import type { ReactNode } from 'react';
import type { usePages } from './saved.ts';

/** A page of its own: its heading, what stands beside the heading, what went wrong, and the rest. */
export function Page({
  title,
  beside,
  errors = [],
  children,
}: {
  readonly title: string;
  readonly beside?: ReactNode;
  readonly errors?: readonly (Error | null)[];
  readonly children: ReactNode;
}) {
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Space wrap>
        <Typography.Title level={1} style={{ margin: 0 }}>
          {title}
        </Typography.Title>
        {beside}
      </Space>
      <Trouble errors={errors} />
      {children}
    </Space>
  );
}

/** What went wrong, in the hub's words; nothing when nothing did. */
export const Trouble = ({ errors }: { readonly errors: readonly (Error | null)[] }) =>
  errors
    .filter((error) => error !== null)
    .map((error, n) => (
      <Alert
        key={n}
        type="error"
        showIcon
        title={error.message}
        style={{ marginBottom: 12, whiteSpace: 'pre-wrap' }}
      />
    ));

export const PageButtons = ({
  pages,
  next,
}: {
  readonly pages: ReturnType<typeof usePages>;
  readonly next: string | undefined;
}) => (
  <Space style={{ justifyContent: 'flex-end', width: '100%' }}>
    <Button disabled={pages.first} onClick={pages.back}>
      上一页
    </Button>
    <Button disabled={next === undefined} onClick={() => pages.on(next)}>
      下一页
    </Button>
  </Space>
);
