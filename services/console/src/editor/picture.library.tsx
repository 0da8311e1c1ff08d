import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Empty, Input, Modal, Spin, Typography } from 'antd';
import { useState } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';
import type { ItemOf } from '../api/hub.types.ts';
import { sizeInWords } from './picture.size.ts';

export type LibraryPicture = ItemOf<'/api/v1/pictures'>;

interface Props {
  readonly onChoose: (picture: LibraryPicture) => void;
  readonly onClose: () => void;
}

const grid = {
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(180px, 1fr))',
  gap: 12,
  listStyle: 'none',
  margin: 0,
  padding: 0,
} as const;

/** The pictures that one's body has used, to be used again with what is said of them. */
export function PictureLibrary({ onChoose, onClose }: Props) {
  const [sought, seek] = useState('');
  const library = useQuery({
    queryKey: ['pictures'],
    queryFn: () => answerOf(hub.GET('/api/v1/pictures')),
  });
  const shown = (library.data?.items ?? []).filter(({ alt, caption, source, lastUsed }) =>
    [alt, caption ?? '', source ?? '', lastUsed.title].some((words) => words.includes(sought.trim())),
  );
  return (
    <Modal open title="图片库" width={860} footer={null} onCancel={onClose}>
      <Input.Search
        allowClear
        aria-label="查找图片"
        placeholder="替代文字、图注或所在稿件的标题"
        value={sought}
        onChange={({ target }) => seek(target.value)}
        style={{ marginBottom: 12 }}
      />
      {library.error !== null && <Alert type="error" showIcon title={library.error.message} />}
      {library.isPending && <Spin />}
      {library.data !== undefined && shown.length === 0 && (
        <Empty description={sought === '' ? '本单位的稿件里还没有图片' : '没有找到这样的图片'} />
      )}
      <ul style={grid}>
        {shown.map((picture) => (
          <Entry key={picture.media.id} of={picture} onChoose={() => onChoose(picture)} />
        ))}
      </ul>
    </Modal>
  );
}

const Entry = ({
  of: { media, alt, caption, source, uses, lastUsed },
  onChoose,
}: {
  readonly of: LibraryPicture;
  readonly onChoose: () => void;
}) => (
  <li style={{ border: '1px solid var(--ant-color-border-secondary)', borderRadius: 6, padding: 8 }}>
    <img
      src={`/api/v1/pictures/${media.id}`}
      alt={alt === '' ? '没有替代文字的图片' : alt}
      loading="lazy"
      style={{ display: 'block', width: '100%', height: 120, objectFit: 'contain' }}
    />
    <Typography.Paragraph ellipsis={{ rows: 2 }} style={{ margin: '8px 0 0' }}>
      {alt === '' ? (caption ?? '没有替代文字') : alt}
    </Typography.Paragraph>
    <Typography.Paragraph type="secondary" ellipsis={{ rows: 2 }} style={{ marginBottom: 8 }}>
      {source === null ? '' : `来源：${source}；`}
      {sizeInWords(media.bytes)}，用于 {uses} 篇；最近：{lastUsed.title}
    </Typography.Paragraph>
    <Button size="small" onClick={onChoose}>
      插入
    </Button>
  </li>
);
