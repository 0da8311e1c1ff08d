/** A period that ends in a year whose working days nobody knows is not guessed. */
export const noCalendar = (year: number): { readonly code: 'no-calendar'; readonly words: string } => ({
  code: 'no-calendar',
  words:
    `没有 ${year} 年的工作日历，不能计算这个期限，也不作推测；` +
    `国务院办公厅公布节假日安排后，请由系统管理员或政务公开办在“期限”页录入`,
});
