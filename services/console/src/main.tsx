import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { createRoot } from 'react-dom/client';
import { Shell } from './app/shell.tsx';

const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: true } } });
const root = document.getElementById('root');
if (root === null) throw new Error('no #root');

createRoot(root).render(
  <ConfigProvider locale={zhCN} theme={{ token: { colorPrimary: '#b01e23', borderRadius: 6, fontSize: 14 } }}>
    <AntApp>
      <QueryClientProvider client={queries}>
        <Shell />
      </QueryClientProvider>
    </AntApp>
  </ConfigProvider>,
);
