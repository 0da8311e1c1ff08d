import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useLayoutEffect, useMemo, type ReactNode } from 'react';
import { useLook, useStill } from './look.ts';
import type { Look } from './look.rules.ts';
import { themeFor, variablesOf } from './themes.ts';
import './colours.css';
import './elder.css';
import './paper.css';
import './pressed.css';

interface Props {
  readonly queries: QueryClient;
  /** Without it, what opens is there at once. */
  readonly motion?: boolean;
  readonly children: ReactNode;
}

/** What every page stands in: language, look, and what is known of the hub. */
export function Frame({ queries, motion = true, children }: Props) {
  const look = useLook();
  useOnDocument(look);
  const moves = !useStill() && motion;
  const theme = useMemo(() => themeFor(look, moves), [look, moves]);
  return (
    <ConfigProvider locale={zhCN} theme={theme}>
      <AntApp>
        <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}

/** The ground of the page, its bars and our own sheets stand outside what the library draws. */
const useOnDocument = (look: Look): void =>
  useLayoutEffect(() => {
    const { documentElement: page } = document;
    const names = [variablesOf(look), ...(look.endsWith('-elder') ? ['towncrier-elder'] : [])];
    page.classList.add(...names);
    page.style.colorScheme = look.startsWith('dark') ? 'dark' : 'light';
    return () => page.classList.remove(...names);
  }, [look]);
