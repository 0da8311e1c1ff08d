import { Link } from '@tanstack/react-router';
import { describe, expect, it } from 'vitest';
import { useSaved } from '../frame/saved.ts';
import { useUnsaved } from '../frame/unsaved.ts';
import { button, screen, show, waitFor } from '../testing/screen.tsx';
import { LeaveGuard } from './leave.guard.tsx';

const kept = { q: (words: string) => words };

function Writing({ unsaved }: { unsaved: () => boolean }) {
  useUnsaved(unsaved);
  const { saved, narrow } = useSaved<{ readonly q: string }>(kept);
  return (
    <>
      <LeaveGuard />
      <Link to="/channels">渠道</Link>
      <button type="button" onClick={() => narrow({ q: '停水' })}>
        查找{saved.q}
      </button>
    </>
  );
}

describe('a page with something unsaved', () => {
  it('is not left before the person says so', async () => {
    const user = show(<Writing unsaved={() => true} />);
    await user.click(await screen.findByText('渠道'));
    expect(await screen.findByText('有内容还没有保存')).toBeTruthy();
    await user.click(button('留在这一页'));
    await waitFor(() => expect(screen.queryByText('有内容还没有保存')).toBeNull());
    expect(location.pathname).toBe('/');
    await user.click(screen.getByText('渠道'));
    await screen.findByText('有内容还没有保存');
    await user.click(button('离开'));

    await waitFor(() => expect(location.pathname).toBe('/channels'));
  });

  it('is left at once when nothing would be lost, as known at that moment', async () => {
    let unsaved = true;
    const user = show(<Writing unsaved={() => unsaved} />);
    unsaved = false;
    await user.click(await screen.findByText('渠道'));

    await waitFor(() => expect(location.pathname).toBe('/channels'));
  });

  it('can be looked at otherwise without being left', async () => {
    const user = show(<Writing unsaved={() => true} />);
    await user.click(await screen.findByText('查找'));

    expect(await screen.findByText('查找停水')).toBeTruthy();
    expect(screen.queryByText('有内容还没有保存')).toBeNull();
  });

  it('is left for another new draft only when the person says so', async () => {
    function Drafts() {
      useUnsaved(() => true);
      return (
        <>
          <LeaveGuard />
          <Link to="/write" search={{ type: 'policy' }}>
            写政策文件
          </Link>
        </>
      );
    }
    const user = show(<Drafts />, '/write');
    await user.click(await screen.findByText('写政策文件'));
    expect(await screen.findByText('有内容还没有保存')).toBeTruthy();
    await user.click(button('离开'));

    await waitFor(() => expect(location.search).toBe('?type=policy'));
  });

  it('has the browser ask before the tab is closed', async () => {
    show(<Writing unsaved={() => true} />);
    await screen.findByText('渠道');
    const closing = new Event('beforeunload', { cancelable: true });
    dispatchEvent(closing);

    expect(closing.defaultPrevented).toBe(true);
  });
});
