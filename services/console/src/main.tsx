import { QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { Frame } from './frame/frame.tsx';
import { consoleRouter } from './app/router.tsx';

const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: true } } });
const root = document.getElementById('root');
if (root === null) throw new Error('no #root');

// A part of the console that was built anew since the page was opened is no longer there under its old name.
const isJustOpened = (): boolean => performance.now() < 10_000;
addEventListener('vite:preloadError', () => isJustOpened() || location.reload());

createRoot(root).render(
  <Frame queries={queries}>
    <RouterProvider router={consoleRouter()} />
  </Frame>,
);
