/** What was handed in is not taken in; `message` is Chinese, for who handed it in. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
}
