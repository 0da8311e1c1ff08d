import { assertSigned, keyNamedIn, type NamedKey } from './signed.message.ts';
import { readPublicKeys, SigningKeysMissing } from './signing.keys.ts';

/** Public keys from a file that another service writes, read again when a signature names one that is not known. */
export class PublicKeys {
  private keys: readonly NamedKey[] = [];

  constructor(private readonly file: string) {}

  /**
   * @param signature as it stood in the header; empty when there was none
   * @throws NotSigned when it must not be used
   * @throws SigningKeysMissing when that cannot be told yet: ask again later
   */
  async check(subject: string, body: Uint8Array, signature: string): Promise<void> {
    const id = keyNamedIn(signature);
    if (id !== null && !this.keys.some((key) => key.id === id)) this.keys = await readPublicKeys(this.file);
    if (id !== null && this.keys.length === 0)
      throw new SigningKeysMissing(
        `没有主控的公钥文件 ${this.file}，无法核对消息；请等主控启动，或从主控所在机器复制该文件`,
      );
    assertSigned(this.keys, subject, body, signature);
  }
}
