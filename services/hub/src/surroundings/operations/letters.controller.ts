import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  StreamableFile,
  UseGuards,
} from '@nestjs/common';
import type { Actor } from '../../access/person.ts';
import { Asker, SignedInGuard } from '../../access/signed-in.guard.ts';
import { parse } from '../../http/parse.ts';
import { LettersDesk } from './letters.desk.ts';
import { letterKey, settleLetters, type LettersDone } from './operations.requests.ts';

@Controller('api/v1/operations/dead-letters/:key')
@UseGuards(SignedInGuard)
export class LettersController {
  constructor(@Inject(LettersDesk) private readonly letters: LettersDesk) {}

  @Post('again')
  @HttpCode(200)
  again(@Asker() who: Actor, @Param('key') key: string, @Body() body: unknown): Promise<LettersDone> {
    return this.letters.settle(who, parse(letterKey, key), 'again', parse(settleLetters, body));
  }

  @Post('void')
  @HttpCode(200)
  void(@Asker() who: Actor, @Param('key') key: string, @Body() body: unknown): Promise<LettersDone> {
    return this.letters.settle(who, parse(letterKey, key), 'void', parse(settleLetters, body));
  }

  @Get('export')
  async export(@Asker() who: Actor, @Param('key') key: string): Promise<StreamableFile> {
    const letters = await this.letters.export(who, parse(letterKey, key));
    return new StreamableFile(Buffer.from(JSON.stringify(letters, null, 2)), {
      type: 'application/json; charset=utf-8',
      disposition: 'attachment; filename="dead-letters.json"',
    });
  }
}
