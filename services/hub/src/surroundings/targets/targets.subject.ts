import { ProblemError } from '../../http/problem.ts';
import { noChannel } from '../../publications/channels/channels.desk.ts';
import { areasSubject } from '../areas/areas.subject.ts';
import { surrounding } from '../surrounding.ts';
import { anybody } from '../../access/people/screens.ts';
import { targetActs } from './target.acts.ts';
import { registerSteps } from './target.steps.ts';
import { RegisterClient } from './register.client.ts';
import { RegisterWriter } from './register.writer.ts';
import { targetPaths } from './targets.paths.ts';
import { TargetsController } from './targets.controller.ts';
import { TargetsService } from './targets.service.ts';
import { TransferService } from './transfer.service.ts';

export const targetsSubject = surrounding({
  name: 'targets',
  description: 'Accounts, recipients, screens, venues and boards, in the registers of their channels',
  chapter: 34,
  acts: targetActs,
  needs: { areas: areasSubject },
  compose: async ({ parts, audit, publications }, { areas }) => {
    const registers = new RegisterClient(parts.broker);
    const titleOf = async (channel: string): Promise<string> => {
      const known = (await publications.directory.list()).find((c) => c.id === channel);
      if (known === undefined) throw new ProblemError(404, 'not-found', noChannel);
      return known.doc.announced.title;
    };
    const writer = new RegisterWriter(registers, areas);
    const at = { clock: parts.clock, trail: audit.trail };
    const targets = new TargetsService(registers, writer, { ...at, titleOf });
    return { targets, transfer: new TransferService({ registers, writer, areas, ...at }) };
  },
  gives: ({ targets, transfer }) => ({ instances: [targets, transfer] }),
  screens: [{ key: 'targets', open: anybody, steps: registerSteps }],
  controllers: [TargetsController],
  paths: targetPaths,
});
