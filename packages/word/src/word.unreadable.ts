/** The file is no Word document that can be read; `message` is Chinese, for who chose the file. */
export class WordUnreadable extends Error {
  override readonly name = 'WordUnreadable';
}
