import { Body, Controller, Get, HttpCode, Inject, Param, Post, UseGuards } from '@nestjs/common';
import { parse } from '../../http/parse.ts';
import type { Actor } from '../../access/person.ts';
import { Asker, SignedInGuard } from '../../access/signed-in.guard.ts';
import { removeChannel, type ChannelList } from './channel.view.ts';
import { ChannelsDesk } from './channels.desk.ts';

@Controller('api/v1/channels')
@UseGuards(SignedInGuard)
export class ChannelsController {
  constructor(@Inject(ChannelsDesk) private readonly channels: ChannelsDesk) {}

  @Get()
  list(@Asker() who: Actor): Promise<ChannelList> {
    return this.channels.list(who);
  }

  @Post(':id/remove')
  @HttpCode(200)
  remove(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<ChannelList> {
    const { version, reason } = parse(removeChannel, body);
    return this.channels.remove(who, id, version, reason);
  }
}
