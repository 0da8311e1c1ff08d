import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { lightTheme } from './theme.ts';
import './colours.css';

interface Props {
  readonly queries: QueryClient;
  /** Without it, what opens is there at once. */
  readonly motion?: boolean;
  readonly children: ReactNode;
}

/** What every page stands in: language, colours, and what is known of the hub. */
export const Frame = ({ queries, motion = true, children }: Props) => (
  <ConfigProvider locale={zhCN} theme={{ ...lightTheme, token: { ...lightTheme.token, motion } }}>
    <AntApp>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </AntApp>
  </ConfigProvider>
);
