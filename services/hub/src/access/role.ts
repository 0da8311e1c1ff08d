import { z } from 'zod';

/**
 * What somebody is for. The three administrators are separated (GB/T 22239-2019, 8.1.5): none of them edits,
 * and none is two of them.
 */
export const role = z.enum([
  'editor',
  'first-reviewer',
  'second-reviewer',
  'third-reviewer',
  'secrecy-reviewer',
  'publisher',
  'duty-officer',
  'disclosure-officer',
  'operator',
  'supervisor',
  'auditor',
  'system-admin',
  'security-admin',
  'audit-admin',
]);
export type Role = z.infer<typeof role>;

export const roleTitles: Readonly<Record<Role, string>> = {
  editor: '采编',
  'first-reviewer': '一审',
  'second-reviewer': '二审',
  'third-reviewer': '三审',
  'secrecy-reviewer': '保密审查',
  publisher: '发布',
  'duty-officer': '值班',
  'disclosure-officer': '政务公开办',
  operator: '渠道运维',
  supervisor: '督查',
  auditor: '审计',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  'audit-admin': '审计管理员',
};
