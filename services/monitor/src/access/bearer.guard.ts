import { sameSecret } from '@towncrier/secrets';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { refuse } from './problem.ts';

export const MONITOR_TOKEN = Symbol('MonitorToken');

/** Only the hub speaks to the monitor, for people it has signed in. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(@Inject(MONITOR_TOKEN) private readonly token: string) {}

  canActivate(context: ExecutionContext): boolean {
    const given =
      context.switchToHttp().getRequest<{ headers: { authorization?: string } }>().headers.authorization ??
      '';
    if (!sameSecret(given, `Bearer ${this.token}`)) refuse(401, 'unauthorized', '请通过控制台访问');
    return true;
  }
}
