import { permit } from '../../access/permissions.ts';
import type { Actor, Person } from '../../access/person.ts';
import { ProblemError } from '../../http/problem.ts';
import { ChannelDirectory } from './channel.directory.ts';
import { channelPermissions } from './channel.permissions.ts';
import type { ChannelRegister } from './channel.register.ts';
import { removalObjection } from './channel.steps.ts';
import { channelViewOf, type ChannelList } from './channel.view.ts';

/** The directory as people see it, and the one thing they may do to it. */
export class ChannelsDesk {
  constructor(
    private readonly directory: ChannelDirectory,
    private readonly register: ChannelRegister,
  ) {}

  async list(who: Person): Promise<ChannelList> {
    return { channels: (await this.directory.list()).map((known) => channelViewOf(who, known)) };
  }

  /**
   * What was addressed to it stays addressed; new publications go without it.
   * @throws ProblemError 403 · 404 · 409 `online`, `stale`
   */
  async remove(who: Actor, id: string, version: number, reason: string): Promise<ChannelList> {
    permit(who, channelPermissions, 'remove', 'Channel');
    const known = (await this.directory.list()).find((c) => c.id === id);
    if (known === undefined) throw new ProblemError(404, 'not-found', noChannel);
    const objection = removalObjection(known);
    if (objection !== null) throw new ProblemError(409, objection.code, objection.words);
    await this.register.remove(who, id, version, reason);
    return this.list(who);
  }
}

export const noChannel = '没有这个渠道；请核对渠道代码';
