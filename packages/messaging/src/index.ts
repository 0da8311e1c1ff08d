export { BrokerUnavailable, NoAnswer, Poison, type Broker, type Directory, type Shelf } from './broker.ts';
export type { BrokerLog } from './broker.log.ts';
export { connectBroker, JetStreamBroker, type BrokerOptions } from './jetstream.broker.ts';
export { consume, type Consumption, type ConsumeOptions } from './consume.ts';
export { JetStreamStrategy, rethrowFilter, type StrategyOptions } from './jetstream.strategy.ts';
export { outboxEntry, outboxFields, type OutboxEntry, type WithOutbox } from './outbox.ts';
export { withEvents } from './outbox.append.ts';
export { OutboxRelay, type RelayOptions } from './outbox.relay.ts';
export { DurableTaken, type Owner } from './durable.ts';
