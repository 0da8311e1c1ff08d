import type { Collection } from '@towncrier/storage';
import type { Channel } from './channel.ts';
import type { FormsDoc } from './rendition.forms.ts';
import type { TargetReader } from './register/target.declaration.ts';

/** Which forms the targets of a channel have, and which were approved. */
export class Forms {
  private now: Promise<readonly string[]> | null = null;

  constructor(
    private readonly channel: Pick<Channel, 'formOf' | 'formerForms'>,
    private readonly targets: TargetReader,
    private readonly docs: Collection<FormsDoc>,
  ) {
    targets.onChange(() => (this.now = null));
  }

  /** The distinct forms of all targets that are not retired, sorted. */
  today(): Promise<readonly string[]> {
    this.now ??= formsOf(this.channel, this.targets);
    return this.now;
  }

  /** An approval may name this hash from now on: a screen of a new shape changes nothing about it. */
  async answered(hash: string, forms: readonly string[]): Promise<void> {
    if (this.channel.formOf !== undefined) await this.docs.insert({ _id: hash, forms: [...forms] });
  }

  /** What a rendition with this hash may be made of: as it was answered, else the forms of today. */
  async of(hash: string | undefined): Promise<readonly (readonly string[])[]> {
    const known = hash === undefined ? null : await this.docs.get(hash);
    if (known !== null) return [known.forms];
    const { formerForms } = this.channel;
    return [await this.today(), ...(formerForms === undefined ? [] : [formerForms])];
  }
}

/** The distinct forms of all targets that are not retired, sorted; none where the channel declares none. */
export async function formsOf(
  { formOf }: Pick<Channel, 'formOf'>,
  targets: Pick<TargetReader, 'living'>,
): Promise<readonly string[]> {
  if (formOf === undefined) return [];
  const forms = new Set<string>();
  for await (const target of targets.living()) {
    const form = formOf(target);
    if (form !== null) forms.add(form);
  }
  return [...forms].sort();
}
