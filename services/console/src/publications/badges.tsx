import { Tag } from 'antd';
import type { Summary } from '../api/hub.types.ts';
import { publicationColours } from '../frame/colours.ts';

/** How a publication stands, in the words of the hub. */
export const Badges = ({ of: { badges } }: { of: Pick<Summary, 'badges'> }) =>
  badges.map(({ state, words }) => (
    <Tag key={words} color={publicationColours[state]}>
      {words}
    </Tag>
  ));
