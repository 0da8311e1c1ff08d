import { describe, expect, it } from 'vitest';
import { hashOf, Story, written, type Wish } from '../testing/story.ts';
import { differenceOf } from './warning.choice.ts';

const chosen = { level: '一级（红色）', area: '灵泉街道', areas: ['开远市', '灵泉街道'] };
const requested: Wish = {
  type: 'requestUrgentRelease',
  reason: '暴雨',
  renditions: {},
  unchecked: [],
  chosen,
};
const again = (choice: { level?: string; area?: string }): Wish => ({
  type: 'confirmUrgentRelease',
  contentHash: hashOf('a'),
  ...choice,
});
const { level, area } = chosen;
const asked = () => new Story().given('zhiban', written({ lane: 'urgent' })).given('zhiban', requested);

describe('what the second person chooses again', () => {
  it.each([
    [{ level, area: '开远市' }, '开远市'],
    [{ level: '四级（蓝色）', area }, '四级（蓝色）'],
  ])('lets nothing out when it differs: %j', (choice, named) => {
    asked().when('wang', again(choice)).thenRefused('chosen-otherwise', named);
    expect(differenceOf(chosen, choice)).toContain('灵泉街道、一级（红色）');
  });

  it.each([{}, { level }, { area }])('has to be said: %j', (choice) => {
    asked().when('wang', again(choice)).thenRefused('chosen-otherwise', '重新选择');
  });

  it('lets it out when it is the same, and is not for the one who asked', () => {
    asked().when('wang', again({ level, area })).thenHappened('urgentReleaseConfirmed', 'editionReleased');
    asked().when('zhiban', again({ level, area })).thenRefused('four-eyes', '第二人');
  });

  it('is asked for also after the request lapsed and was made once more the usual way', () => {
    const { chosen: _, ...usual } = requested as Extract<Wish, { type: 'requestUrgentRelease' }>;
    asked()
      .later(31)
      .given('zhiban', usual)
      .when('wang', again({}))
      .thenRefused('chosen-otherwise', '重新选择');
  });

  it('is nobody’s matter where the request did not come from the form', () => {
    expect(differenceOf(undefined, {})).toBeNull();
  });
});
