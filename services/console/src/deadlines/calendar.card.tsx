import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, InputNumber, Space } from 'antd';
import { useState } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';
import type { paths } from '../api/hub.generated.ts';
import type { Body } from '../api/hub.types.ts';
import { Trouble } from '../frame/page.tsx';

type Asked = Body<'/api/v1/deadlines/calendar'>;
type Announce = paths['/api/v1/deadlines/calendar']['post'];
type Read = Announce['responses'][200]['content']['application/json'];

function useAnnounce() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Asked) => answerOf(hub.POST('/api/v1/deadlines/calendar', { body })),
    onSuccess: ({ applied }) => (applied ? queries.invalidateQueries() : undefined),
  });
}

/** Takes a year in from the text of the State Council's announcement: read and looked at first, kept then. */
export function CalendarCard() {
  const announce = useAnnounce();
  const [seen, setSeen] = useState<Asked>();
  const look = (asked: Asked) => {
    setSeen(asked);
    announce.mutate({ ...asked, apply: false });
  };
  return (
    <Space orientation="vertical" size={12} style={{ width: '100%' }}>
      <AnnouncementForm busy={announce.isPending} onLook={look} />
      <Trouble errors={[announce.error]} />
      {announce.data !== undefined && seen !== undefined && (
        <WhatWasRead
          read={announce.data}
          busy={announce.isPending}
          onKeep={() => announce.mutate({ ...seen, apply: true })}
        />
      )}
    </Space>
  );
}

interface FormProps {
  readonly busy: boolean;
  readonly onLook: (asked: Asked) => void;
}

const nextYear = new Date().getFullYear() + 1;

const AnnouncementForm = ({ busy, onLook }: FormProps) => (
  <Form<Asked>
    layout="vertical"
    initialValues={{ year: nextYear, source: `国务院办公厅关于${nextYear}年部分节假日安排的通知` }}
    onFinish={onLook}
  >
    <Form.Item name="year" label="哪一年" rules={[{ required: true, message: '请填写年份' }]}>
      <InputNumber min={2017} max={2100} />
    </Form.Item>
    <Form.Item name="source" label="通知名称" rules={[{ required: true, message: '请填写通知名称' }]}>
      <Input />
    </Form.Item>
    <Form.Item name="text" label="通知原文" rules={[{ required: true, message: '请粘贴通知原文' }]}>
      <Input.TextArea rows={8} placeholder="一、元旦：1月1日（周五）至3日（周日）放假，共3天。……" />
    </Form.Item>
    <Button htmlType="submit" loading={busy}>
      读取并核对
    </Button>
  </Form>
);

interface ReadProps {
  readonly read: Read;
  readonly busy: boolean;
  readonly onKeep: () => void;
}

function WhatWasRead({ read: { calendar, problems, applied }, busy, onKeep }: ReadProps) {
  const counts = `放假 ${Object.keys(calendar.off).length} 天，周末上班 ${Object.keys(calendar.work).length} 天`;
  if (applied)
    return (
      <Alert type="success" showIcon title={`${calendar.year} 年已录入：${counts}；暂计的期限已重新计算。`} />
    );
  if (problems.length > 0)
    return (
      <Alert
        type="error"
        showIcon
        title="读出的内容前后不一致，不能录入；请核对通知原文"
        description={problems.map((words) => (
          <div key={words}>{words}</div>
        ))}
      />
    );
  return (
    <Alert
      type="info"
      showIcon
      title={`${calendar.year} 年：${counts}。请对照通知核对`}
      description={
        <>
          <div>放假：{Object.keys(calendar.off).join('、')}</div>
          <div>上班：{Object.keys(calendar.work).join('、')}</div>
        </>
      }
      action={
        <Button type="primary" loading={busy} onClick={onKeep}>
          无误，录入
        </Button>
      }
    />
  );
}
