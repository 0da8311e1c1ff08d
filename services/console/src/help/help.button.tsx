import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { Session } from '../api/hub.types.ts';
import { useLetterKeys } from '../frame/letter.keys.ts';
import { KeysDialog } from './keys.dialog.tsx';
import { begin } from './tour.state.ts';
import { openTours } from './open.tours.ts';

/** Tours of the duties whose pages are open to the person, and the keys of the page. */
export function HelpButton({ session }: { readonly session: Session }) {
  const [keysShown, setKeysShown] = useState(false);
  const showKeys = (): void => setKeysShown(true);
  useLetterKeys({ '?': { does: '看这一页的按键', press: showKeys } });
  const open = openTours(session);
  const items = [
    ...open.map(({ needs, label }) => ({ key: needs, label: `导览（三分钟）：${label}` })),
    { key: 'keys', label: '这一页的按键（?）' },
  ];
  const choose = (key: string): void => {
    const tour = open.find(({ needs }) => needs === key);
    if (tour === undefined) showKeys();
    else begin(tour);
  };
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key) }}>
        <Button>帮助</Button>
      </Dropdown>
      <KeysDialog open={keysShown} onClose={() => setKeysShown(false)} />
    </>
  );
}
