import { Button } from 'antd';
import { useState } from 'react';
import { TemplateDialog } from './template.dialog.tsx';
import type { Made } from './templates.ts';

export function TemplateButton({ isWritten, onMade }: { isWritten: boolean; onMade: (made: Made) => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>用模板…</Button>
      {isOpen && <TemplateDialog isWritten={isWritten} onMade={onMade} onClose={() => setOpen(false)} />}
    </>
  );
}
