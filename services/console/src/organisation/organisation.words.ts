import type { OrganisationNode } from './organisations.ts';

export const kinds: Readonly<Record<OrganisationNode['kind'], string>> = {
  city: '市级机关',
  department: '部门',
  township: '乡镇（街道）',
  village: '村（社区）',
  'service-point': '服务点',
};
