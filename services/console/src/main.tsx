import { QueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { Frame } from './frame/frame.tsx';
import { Shell } from './app/shell.tsx';

const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: true } } });
const root = document.getElementById('root');
if (root === null) throw new Error('no #root');

createRoot(root).render(
  <Frame queries={queries}>
    <Shell />
  </Frame>,
);
