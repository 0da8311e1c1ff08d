import { Button } from 'antd';
import { useState } from 'react';
import type { Session } from '../api/hub.types.ts';
import { useKeyDown } from '../frame/key.down.ts';
import { useKnownKeys } from '../frame/known.keys.ts';
import { Finder } from './finder.tsx';
import { opensPalette, paletteKey } from './palette.key.ts';

interface Props {
  readonly session: Session;
  /** Those that are open to whoever is signed in. */
  readonly pages: readonly { readonly key: string; readonly label: string }[];
}

/** Finds whatever a person may open, from every page, by a few words. */
export function Palette({ session, pages }: Props) {
  const [isOpen, setOpen] = useState(false);
  useKnownKeys([paletteKey]);
  useKeyDown((event) => {
    if (!opensPalette(event)) return;
    // the browser has a use of its own for it
    event.preventDefault();
    setOpen((was) => !was);
  });
  return (
    <>
      <Button aria-keyshortcuts="Control+K" onClick={() => setOpen(true)}>
        查找
      </Button>
      {isOpen && <Finder session={session} pages={pages} onClose={() => setOpen(false)} />}
    </>
  );
}
