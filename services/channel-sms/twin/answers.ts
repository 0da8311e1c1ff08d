/** The provider answers everything with HTTP 200 and a code. */
export const answer = (Code: string, Message = Code, more: object = {}): object => ({
  Code,
  Message,
  RequestId: crypto.randomUUID(),
  ...more,
});
