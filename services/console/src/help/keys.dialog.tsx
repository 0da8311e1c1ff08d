import { Modal, Table } from 'antd';
import { useAllKnownKeys, type KnownKey } from '../frame/known.keys.ts';

const columns = [
  { title: '按键', dataIndex: 'keys', render: (keys: string) => <kbd>{keys}</kbd> },
  { title: '作用', dataIndex: 'does' },
];

/** The keys that do something on the page that is open. */
export function KeysDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const keys = useAllKnownKeys();
  return (
    <Modal title="这一页的按键" open={open} onCancel={onClose} footer={null}>
      <Table<KnownKey>
        size="small"
        pagination={false}
        rowKey={({ keys: pressed, does }) => `${pressed} ${does}`}
        columns={columns}
        dataSource={[...keys]}
      />
    </Modal>
  );
}
