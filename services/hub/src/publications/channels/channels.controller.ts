import type { ChannelAnnounced } from '@towncrier/contracts';
import { Controller, Get, Inject, UseGuards } from '@nestjs/common';
import { SignedInGuard } from '../../access/signed-in.guard.ts';
import { ChannelDirectory } from './channel.directory.ts';

@Controller('api/v1/channels')
@UseGuards(SignedInGuard)
export class ChannelsController {
  constructor(@Inject(ChannelDirectory) private readonly directory: ChannelDirectory) {}

  @Get()
  async list(): Promise<{ channels: readonly ChannelAnnounced[] }> {
    return { channels: await this.directory.list() };
  }
}
