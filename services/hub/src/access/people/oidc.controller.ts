import { Controller, Get, Inject, Ip, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../../http/problem.ts';
import { thePublic } from '../../trail/audit.deed.ts';
import { FrontDoor } from './front-door.ts';
import { landingOf } from './landing.rules.ts';
import { flowMs, OidcService } from './oidc.service.ts';

const flowCookie = 'towncrier_oidc';
const path = '/api/v1/session/oidc';

@Controller('api/v1/session')
export class OidcController {
  constructor(
    @Inject(OidcService) private readonly oidc: OidcService,
    @Inject(FrontDoor) private readonly doors: FrontDoor,
  ) {}

  @Get('ways')
  ways(): { oidc: boolean } {
    return { oidc: this.oidc.on };
  }

  @Get('oidc')
  async begin(@Query('to') to: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { url, state } = await this.oidc.begin();
    // lax: the browser comes back from another site
    await reply
      .setCookie(flowCookie, `${state} ${landingOf(to)}`, {
        path,
        httpOnly: true,
        sameSite: 'lax',
        secure: this.doors.secure,
        maxAge: flowMs / 1000,
      })
      .redirect(url, 302);
  }

  /** A browser comes here, so a refusal leads to the sign-in page, which has the words for the code. */
  @Get('oidc/callback')
  async finish(
    @Req() request: FastifyRequest,
    @Ip() address: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply.clearCookie(flowCookie, { path });
    const [state, to] = request.cookies[flowCookie]?.split(' ') ?? [];
    try {
      const query = request.url.split('?')[1] ?? '';
      const { who, withBoth } = await this.oidc.finish(query, state);
      await this.doors.open(who, address, reply, withBoth);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      await this.doors.refused(thePublic(address), error.details.code ?? '');
      return void (await reply.redirect(`/?refused=${error.details.code}`, 302));
    }
    // the browser may have been given another cookie meanwhile
    await reply.redirect(landingOf(to), 302);
  }
}
