import { z } from 'zod';

/**
 * Kinds of places where people read notices, after the county's 2017 plan for LED screens, boards and free
 * Wi-Fi in crowded places. A closed list: a county's own kind is `other` with a group of its own name.
 */
export const venueKinds = [
  { id: 'coach-station', title: '客运站' },
  { id: 'bus-stop', title: '公交站' },
  { id: 'railway-station', title: '火车站' },
  { id: 'hotel', title: '酒店' },
  { id: 'bank', title: '银行' },
  { id: 'hospital', title: '医院' },
  { id: 'supermarket', title: '超市' },
  { id: 'market', title: '农贸市场' },
  { id: 'estate', title: '小区' },
  { id: 'community', title: '社区' },
  { id: 'village-committee', title: '村委会' },
  { id: 'park', title: '公园' },
  { id: 'square', title: '广场' },
  { id: 'service-centre', title: '政务服务中心' },
  { id: 'safety-station', title: '平安小站' },
  { id: 'library', title: '图书馆' },
  { id: 'school', title: '学校' },
  { id: 'office', title: '机关' },
  { id: 'other', title: '其他场所' },
] as const;

const ids = venueKinds.map((kind) => kind.id);
export const venueKind = z.enum(ids);
export type VenueKind = z.infer<typeof venueKind>;

/** 中文, as people write it. */
export const venueTitle = (id: VenueKind): string => venueKinds.find((kind) => kind.id === id)?.title ?? id;
