import type { Role } from '../api/hub.types.ts';

export const roles: Readonly<Record<Role, string>> = {
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
