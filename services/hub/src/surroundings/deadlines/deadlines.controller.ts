import {
  ChinaCalendar,
  deadlineOf,
  deadlineRules,
  noticePeriodProblem,
  noticeRules,
  provisionalNote,
  type CalendarYear,
} from '@towncrier/calendar';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, UseGuards } from '@nestjs/common';
import { parse } from '../../http/parse.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Actor } from '../../access/person.ts';
import { Asker, SignedInGuard } from '../../access/signed-in.guard.ts';
import { CalendarDesk } from './calendar.desk.ts';
import {
  announceRequest,
  computeRequest,
  type Announced,
  type Computed,
  type RuleList,
} from './deadlines.requests.ts';

/** Working days and the periods of the law: what an editor wants to look up. */
@Controller('api/v1/deadlines')
@UseGuards(SignedInGuard)
export class DeadlinesController {
  constructor(
    @Inject(ChinaCalendar) private readonly calendar: ChinaCalendar,
    @Inject(CalendarDesk) private readonly desk: CalendarDesk,
  ) {}

  @Get('rules')
  rules(): RuleList {
    return {
      items: [
        ...deadlineRules.map(({ id, matter, n, unit, startEvent, basis, verified }) => ({
          id,
          kind: 'deadline' as const,
          matter,
          n,
          unit,
          startEvent,
          basis,
          verified,
        })),
        ...noticeRules.map(({ id, matter, min, unit, basis, verified }) => ({
          id,
          kind: 'notice-period' as const,
          matter,
          n: min,
          unit,
          startEvent: null,
          basis,
          verified,
        })),
      ],
      years: [...this.calendar.known],
    };
  }

  @Get('calendar/:year')
  year(@Param('year') year: string): CalendarYear {
    const number = Number(year);
    if (!this.calendar.known.includes(number))
      throw new ProblemError(
        404,
        'no-calendar',
        `没有 ${year} 年的工作日历；国务院办公厅公布节假日安排后，请由系统管理员或政务公开办在“期限”页录入`,
      );
    return this.calendar.year(number);
  }

  @Post('calendar')
  @HttpCode(200)
  announce(@Asker() who: Actor, @Body() body: unknown): Promise<Announced> {
    return this.desk.announce(who, parse(announceRequest, body));
  }

  @Post('compute')
  @HttpCode(200)
  compute(@Body() body: unknown): Computed {
    const { rule: id, from, to } = parse(computeRequest, body);
    const deadline = deadlineRules.find((r) => r.id === id);
    if (deadline !== undefined) return { ...deadlineOf(deadline, from, this.calendar), problem: null };
    const notice = noticeRules.find((r) => r.id === id);
    if (notice === undefined || to === undefined)
      throw new ProblemError(400, 'bad-field', '公示期须同时填写起止日期', {
        fields: [{ field: 'to', message: '必填' }],
      });
    const problem = noticePeriodProblem(notice, from, to, this.calendar);
    const provisional = notice.unit === 'workingDays' && this.calendar.isProvisional(from, to);
    const note = provisional ? `（${provisionalNote}）` : '';
    const explanation = `${notice.matter}：${from} 至 ${to}${note}。依据：${notice.basis}`;
    return { dueOn: to, explanation, problem, provisional };
  }
}
