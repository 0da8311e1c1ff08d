import { publicationId, type DeliveryCourse, type LedgerRow } from '@towncrier/contracts';
import {
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Post,
  Body,
  Query,
  Sse,
  UseGuards,
  type MessageEvent,
} from '@nestjs/common';
import { concat, filter, from, interval, map, merge, Observable } from 'rxjs';
import { LetterNews } from '../dead-letters/letter.news.ts';
import { BearerGuard } from '../access/bearer.guard.ts';
import { notFound, parse } from '../access/problem.ts';
import { isComplete } from '../ledger/complete.ts';
import { courseOf } from '../course/course.ts';
import { byHandObjection, nextStepOf } from '../course/next.rules.ts';
import { causeOf } from '../matrix/cause.ts';
import { needsHand } from '../matrix/hand.rules.ts';
import { byHandBody, deliveryParam, listQuery, retryBody } from './ledger.queries.ts';
import { LedgerService, type LiveRow } from '../ledger/ledger.service.ts';
import { RetryService } from '../course/retry.service.ts';

@Controller('v1')
@UseGuards(BearerGuard)
export class LedgerController {
  constructor(
    @Inject(LedgerService) private readonly ledger: LedgerService,
    @Inject(RetryService) private readonly retries: RetryService,
    @Inject(LetterNews) private readonly letters: LetterNews,
  ) {}

  @Get('publications/:id')
  async publication(
    @Param('id') id: string,
  ): Promise<{ publication: string; rows: readonly LedgerRow[]; complete: boolean }> {
    const publication = parse(publicationId, id);
    const rows = await this.ledger.ofPublication(publication);
    return { publication, rows, complete: isComplete(rows) };
  }

  @Get('deliveries')
  list(@Query() query: unknown): Promise<{ items: readonly LedgerRow[]; cursor?: string }> {
    const { after, limit, state, channel, publication } = parse(listQuery, query);
    return this.ledger.list(
      {
        ...(state === undefined ? {} : { state }),
        ...(channel === undefined ? {} : { channel }),
        ...(publication === undefined ? {} : { publication }),
      },
      after,
      limit,
    );
  }

  @Get('deliveries/:id')
  async one(@Param('id') id: string): Promise<LedgerRow> {
    return (await this.ledger.get(parse(deliveryParam, id))) ?? notFound('没有这条投递记录');
  }

  @Post('deliveries/:id/retry')
  @HttpCode(202)
  async retry(
    @Param('id') id: string,
    @Body() body: unknown,
    @Headers('x-towncrier-person') person: string | undefined,
  ): Promise<{ requested: string }> {
    const { row, all } = await this.among(id);
    await this.retries.request(row, all, { by: nameOf(person), ...parse(retryBody, body ?? {}) });
    return { requested: row.delivery };
  }

  @Post('deliveries/:id/by-hand')
  @HttpCode(202)
  async byHand(
    @Param('id') id: string,
    @Body() body: unknown,
    @Headers('x-towncrier-person') person: string | undefined,
  ): Promise<{ requested: string }> {
    const { row, all } = await this.among(id);
    await this.retries.byHand(row, all, nameOf(person), parse(byHandBody, body).reason);
    return { requested: row.delivery };
  }

  @Get('deliveries/:id/course')
  async course(@Param('id') id: string): Promise<DeliveryCourse> {
    const { row, all } = await this.among(id);
    const now = new Date().toISOString();
    const cause = causeOf(row);
    return {
      row,
      hand: needsHand(row, all),
      ...(cause === undefined ? {} : { cause }),
      next: nextStepOf(row, all, now),
      byHand: byHandObjection(row, all),
      spans: [...courseOf(row, now)],
    };
  }

  private async among(id: string): Promise<{ row: LedgerRow; all: readonly LedgerRow[] }> {
    const row = (await this.ledger.get(parse(deliveryParam, id))) ?? notFound('没有这条投递记录');
    return { row, all: await this.ledger.ofPublication(row.publication) };
  }

  /**
   * Rows as they change, and that a dead letter came; who was away sends `Last-Event-ID` and misses no row.
   */
  @Sse('stream')
  stream(
    @Query('publication') publication: string | undefined,
    @Headers('last-event-id') lastId: string | undefined,
  ): Observable<MessageEvent> {
    const live = new Observable<LiveRow>((subscriber) => this.ledger.onChange((row) => subscriber.next(row)));
    const missed =
      lastId === undefined
        ? from([])
        : from(this.ledger.changedSince(lastId)).pipe(
            (source) =>
              new Observable<LiveRow>((subscriber) =>
                source.subscribe({
                  next: (rows) => {
                    for (const row of rows) subscriber.next(row);
                  },
                  error: (error: unknown) => subscriber.error(error),
                  complete: () => subscriber.complete(),
                }),
              ),
          );
    const rows = concat(missed, live).pipe(
      filter(({ row }) => publication === undefined || row.publication === publication),
      map(({ row, id }): MessageEvent => ({ type: 'delivery', id, data: row })),
    );
    const letters = new Observable<MessageEvent>((subscriber) =>
      this.letters.onLetter(() => subscriber.next({ type: 'dead-letter', data: '' })),
    );
    const beats = interval(15_000).pipe(map((): MessageEvent => ({ type: 'beat', data: '' })));
    return publication === undefined ? merge(rows, letters, beats) : merge(rows, beats);
  }
}

const nameOf = (person: string | undefined): string => decodeURIComponent(person ?? 'operator');
