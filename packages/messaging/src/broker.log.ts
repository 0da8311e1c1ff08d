/** As much of a logger as is needed here. */
export interface BrokerLog {
  info(fields: object, words: string): void;
  warn(fields: object, words: string): void;
}
