import { Alert, Button, Space } from 'antd';
import { useState } from 'react';
import { when } from '../frame/time.ts';
import type { Copy } from '../unsaved/copy.ts';
import type { Composing } from './composer.ts';
import { differencesOf } from './differences.ts';
import { DifferencesList } from './differences.list.tsx';
import type { Filled } from './filled.ts';
import { usePartNames } from './part.names.ts';

/** Asks about what this person wrote here and did not save. */
export const OffersPanel = ({ composing }: { readonly composing: Composing }) =>
  composing.unsaved.offers.offered.map((copy) => (
    <Offer key={`${copy.key} ${copy.at}`} copy={copy} composing={composing} />
  ));

function Offer({ copy, composing }: { readonly copy: Copy<Filled>; readonly composing: Composing }) {
  const [isShown, setShown] = useState(false);
  const names = usePartNames(composing.written);
  const { beginning, unsaved, restore } = composing;
  return (
    <Alert
      type="info"
      showIcon
      role="status"
      title={`上次未保存的文字（${when(copy.at)}）`}
      description={
        <Space orientation="vertical" style={{ width: '100%' }}>
          <Space wrap>
            <Button type="primary" size="small" onClick={() => restore(copy)}>
              恢复
            </Button>
            <Button size="small" onClick={() => unsaved.offers.discard(copy)}>
              丢弃
            </Button>
            <Button type="link" size="small" onClick={() => setShown(!isShown)}>
              {isShown ? '收起' : '看看有什么不同'}
            </Button>
          </Space>
          {isShown && <DifferencesList of={differencesOf(beginning.base, copy.form)} names={names} />}
        </Space>
      }
    />
  );
}
