import { commands, deliveries, durable, everything, releases } from '@towncrier/contracts';
import { Poison, rethrowFilter } from '@towncrier/messaging';
import { Controller, Inject, UseFilters } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { z } from 'zod';
import { ledgerContracts, type LedgerEvent } from './ledger.ts';
import { LedgerService } from './ledger.service.ts';

const typed = z.looseObject({ type: z.string() });

/** @throws Poison with the cause, for events that can never be read */
export function readLedgerEvent(raw: unknown): LedgerEvent {
  const head = typed.safeParse(raw);
  const contract = head.success ? ledgerContracts.find((c) => c.type === head.data.type) : undefined;
  if (contract === undefined)
    throw new Poison(`unknown event ${head.success ? head.data.type : 'without a type'}`);
  const result = (contract.schema as z.ZodType<LedgerEvent>).safeParse(raw);
  if (!result.success) throw new Poison(`${contract.type}: ${z.prettifyError(result.error).slice(0, 1000)}`);
  return result.data;
}

/** Everything that is said about deliveries ends up in the ledger. */
@Controller()
@UseFilters(rethrowFilter())
export class LedgerConsumer {
  constructor(@Inject(LedgerService) private readonly ledger: LedgerService) {}

  @EventPattern(everything(releases), {
    stream: releases.stream,
    durable: durable('monitor', 'releases'),
    slots: 32,
  })
  released(@Payload() raw: unknown): Promise<void> {
    return this.ledger.record(readLedgerEvent(raw));
  }

  @EventPattern(everything(deliveries), {
    stream: deliveries.stream,
    durable: durable('monitor', 'deliveries'),
    slots: 64,
  })
  delivered(@Payload() raw: unknown): Promise<void> {
    return this.ledger.record(readLedgerEvent(raw));
  }

  @EventPattern(everything(commands), {
    stream: commands.stream,
    durable: durable('monitor', 'commands'),
    slots: 8,
  })
  commanded(@Payload() raw: unknown): Promise<void> {
    return this.ledger.record(readLedgerEvent(raw));
  }
}
