import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useRef } from 'react';
import type { Session } from '../api/hub.types.ts';
import { forgetAll } from './session.ts';

/**
 * Somebody else is signed in where somebody was working, here or in another tab: what was open is closed and
 * forgotten, and they are told.
 */
export function usePersonChange(person: Session['person'] | undefined, close: () => void): void {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const before = useRef(person);
  useEffect(() => {
    const was = before.current;
    before.current = person;
    if (was === undefined || person === undefined || was.name === person.name) return;
    forgetAll(queries);
    close();
    void message.warning(
      `已改为“${person.title}”登录，刚才的页面已关闭。“${was.title}”没有保存的文字留在本机，本人登录后可以恢复。`,
      10,
    );
  }, [person, close, queries, message]);
}
