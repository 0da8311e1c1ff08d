import type { Acts } from '../../trail/acts.ts';

export const peopleActs = {
  person: {
    title: '账号',
    acts: {
      create: '新建',
      change: '修改',
      setRoles: '调整角色',
      disable: '停用',
      enable: '启用',
      unlock: '解除锁定',
      resetPassword: '重设密码',
      resetSecondFactor: '重设动态码',
      countersign: '会签重设',
      useReset: '使用重设码',
      changePassword: '修改密码',
      beginSecondFactor: '开始启用动态码',
      confirmSecondFactor: '启用动态码',
      endSecondFactor: '停用动态码',
    },
  },
} satisfies Acts;
