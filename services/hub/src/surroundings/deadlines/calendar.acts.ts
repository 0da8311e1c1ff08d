import type { Acts } from '../../trail/acts.ts';

export const calendarActs = {
  calendar: { title: '工作日历', acts: { announce: '录入放假安排' } },
} satisfies Acts;
