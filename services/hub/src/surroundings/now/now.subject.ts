import { anybody } from '../../access/people/screens.ts';
import { limitTitles, recallTitles } from '../../publications/channels/channel.words.ts';
import { monitorSubject } from '../monitor/monitor.subject.ts';
import { MonitorClient } from '../operations/monitor.client.ts';
import { operationsSubject } from '../operations/operations.subject.ts';
import { surrounding } from '../surrounding.ts';
import { RegisterClient } from '../targets/register.client.ts';
import { targetsSubject } from '../targets/targets.subject.ts';
import { AccountsDesk } from './accounts.desk.ts';
import { NowController } from './now.controller.ts';
import { NowDesk } from './now.desk.ts';
import { nowPaths } from './now.paths.ts';

export const nowSubject = surrounding({
  name: 'now',
  description: 'What is in operation at this moment, and what people must do',
  chapter: 185,
  needs: { monitor: monitorSubject, operations: operationsSubject, targets: targetsSubject },
  compose: async ({ parts, access, publications }, { operations }) => {
    const names = async () =>
      new Map((await access.organisations.list()).map(({ code, name }) => [code, name]));
    const nameOf = async () => {
      const known = await names();
      return (code: string): string => known.get(code) ?? code;
    };
    const accounts = new AccountsDesk(new RegisterClient(parts.broker), nameOf, parts.clock);
    return new NowDesk({
      monitor: new MonitorClient(parts.settings),
      clock: parts.clock,
      channels: () => publications.directory.list(),
      accounts: (channels) => accounts.of(channels),
      paused: () => operations.paused(),
    });
  },
  gives: (desk) => ({ instances: [desk] }),
  screens: [
    {
      key: 'now',
      open: anybody,
      shows: ['channels', 'deliveries', 'dead-letters', 'retry_batches'],
      words: { recall: recallTitles, limit: limitTitles },
    },
  ],
  controllers: [NowController],
  paths: nowPaths,
});
