import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { wordsOf } from './html.words.ts';

const words = (html: string): string => wordsOf(parseFragment(html).childNodes);

describe('the words of an element', () => {
  it('are all that stand in it, in order, on one line', () => {
    expect(words('<p> 甲 <b>乙\n\n丙</b></p><ul><li>丁</ul> ')).toBe('甲 乙 丙丁');
    expect(words('<select><option>甲</select><math><mi>x</mi></math>')).toBe('甲x');
    expect(words('')).toBe('');
  });

  it('are none of a program, a style or a comment', () => {
    expect(words('甲<script>x</script><style>y</style><template>z</template><!-- 注 -->乙')).toBe('甲乙');
  });
});
