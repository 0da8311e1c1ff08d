import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { channel } from '../testing/samples.ts';
import { choose, hubFor, screen, show, waitFor } from '../testing/screen.tsx';
import type { Audience, Reach } from './audience.ts';
import { AudienceChooser } from './audience.chooser.tsx';

const line = { channel: 'led', title: 'LED 屏', is: 'told' as const, notes: [], reach: null };
const reach: Reach = {
  words: '3/4 块屏',
  channels: [{ ...line, words: '3/4 块屏', notes: ['已暂停或停用：公园条屏'] }],
};
const town = () =>
  hubFor('editor')
    .on('get', '/api/v1/areas', {
      items: [
        { code: '532502000000', name: '开远市', within: null },
        { code: '532502002000', name: '灵泉街道', within: '532502000000' },
      ],
      venues: [{ id: 'coach-station', title: '客运站' }],
    })
    .on('post', '/api/v1/reach', reach);

/** As the form keeps it. */
function Kept({ first }: { readonly first: Audience }) {
  const [value, setValue] = useState(first);
  return (
    <AudienceChooser
      channels={[channel('led', 'LED 屏')]}
      chosen={['led']}
      value={value}
      onChange={setValue}
    />
  );
}

describe('choosing an audience', () => {
  it('shows whom it reaches on each channel, in the words of the hub', async () => {
    const hub = town();
    show(<Kept first={{ scope: 'all' }} />);

    expect(await screen.findByText('送达 3/4 块屏')).toBeTruthy();
    expect(screen.getByText('已暂停或停用：公园条屏')).toBeTruthy();
    expect(hub.to('post', '/reach')[0]?.body).toEqual({ audience: { scope: 'all' }, channels: ['led'] });
  });

  it('asks again with every choice, of who is meant and of who is not', async () => {
    const hub = town();
    const user = show(<Kept first={{ scope: 'all' }} />);
    await screen.findByText('送达 3/4 块屏');

    await user.click(screen.getByText('选定范围'));
    await choose(user, screen.getAllByRole('combobox')[2] ?? document.body, '客运站');
    await user.click(screen.getByText('除去一部分'));

    const none = { areas: [], organisations: [], venues: [], groups: [], targets: [] };
    await waitFor(() =>
      expect(hub.to('post', '/reach').at(-1)?.body).toEqual({
        audience: { scope: 'some', of: { ...none, venues: ['coach-station'] }, except: none },
        channels: ['led'],
      }),
    );
  });

  it('keeps what the catalogue says of whom it is for', async () => {
    town();
    show(<Kept first={{ scope: 'specific', groups: ['项目单位'] }} />);

    expect(await screen.findByText('公开对象：项目单位')).toBeTruthy();
  });
});
