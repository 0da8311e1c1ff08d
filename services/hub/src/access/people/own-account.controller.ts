import { Body, Controller, HttpCode, Inject, Post, Put, UseGuards } from '@nestjs/common';
import { parse } from '../../http/parse.ts';
import { OwnAccountService } from './own-account.service.ts';
import type { Actor } from '../person.ts';
import { changePassword, codeRequest, endFactorRequest, passwordRequest } from './session.view.ts';
import type { Session } from './sessions.service.ts';
import { Asker, EvenUnready, SignedInGuard, Who } from '../signed-in.guard.ts';

@Controller('api/v1/session')
@UseGuards(SignedInGuard)
export class OwnAccountController {
  constructor(@Inject(OwnAccountService) private readonly account: OwnAccountService) {}

  @Put('password')
  @HttpCode(204)
  @EvenUnready()
  changePassword(@Asker() who: Actor, @Who() session: Session, @Body() body: unknown): Promise<void> {
    const { password, newPassword } = parse(changePassword, body);
    return this.account.changePassword(who, session.id, password, newPassword);
  }

  @Post('second-factor')
  @HttpCode(200)
  @EvenUnready()
  begin(@Asker() who: Actor, @Body() body: unknown): Promise<{ uri: string; secret: string }> {
    return this.account.beginSecondFactor(who, parse(passwordRequest, body).password);
  }

  @Post('second-factor/confirm')
  @HttpCode(204)
  @EvenUnready()
  confirm(@Asker() who: Actor, @Body() body: unknown): Promise<void> {
    return this.account.confirmSecondFactor(who, parse(codeRequest, body).code);
  }

  @Post('second-factor/end')
  @HttpCode(204)
  end(@Asker() who: Actor, @Body() body: unknown): Promise<void> {
    const { password, code } = parse(endFactorRequest, body);
    return this.account.endSecondFactor(who, password, code);
  }
}
