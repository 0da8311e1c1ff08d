import { expect, it } from 'vitest';
import { publication } from '../testing/samples.ts';
import { screen, show, waitFor } from '../testing/screen.tsx';
import { save, town, write } from '../testing/writing.tsx';
import { anythingUnsaved } from '../frame/unsaved.ts';
import { WritePage } from './write.page.tsx';

const led = '/write?type=decision&item=HJBH-13&column=xzcf';

it('a draft that somebody was led to begins with its type, item and column', async () => {
  const hub = town().on('post', '/api/v1/publications', publication());
  const user = show(<WritePage />, led);
  await write(hub);
  await user.click(save());

  await waitFor(() => expect(location.pathname).toBe('/publication/7K3QZP4M'));
  expect(hub.to('post', '/publications')[0]?.body).toMatchObject({
    matter: { type: 'decision', item: 'HJBH-13', column: 'xzcf' },
  });
});

it('nothing of that is anything that somebody wrote', async () => {
  const hub = town();
  show(<WritePage />, led);
  await screen.findByLabelText('标题');
  await waitFor(() => expect(hub.to('get', '/publication-types/decision/form').length).toBeGreaterThan(0));
  await waitFor(() => expect(anythingUnsaved()).toBe(false));
});

it('what is no code is not taken from an address', async () => {
  const hub = town().on('post', '/api/v1/publications', publication());
  const user = show(<WritePage />, '/write?type=%3Cb%3E&column=tzgg');
  await write(hub);
  await user.click(save());

  await waitFor(() => expect(hub.to('post', '/publications')).toHaveLength(1));
  expect(hub.to('post', '/publications')[0]?.body).toMatchObject({
    matter: { type: 'general-notice', column: 'tzgg' },
  });
});
