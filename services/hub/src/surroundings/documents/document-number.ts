/** Why a 发文字号 is not written as GB/T 9704-2012 7.2.5 asks; null when it is, with what it should be. */
export function documentNumberFault(
  number: string,
): { readonly message: string; readonly better: string | null } | null {
  if (/^\p{Script=Han}{2,20}〔\d{4}〕[1-9]\d{0,4}号$/u.test(number)) return null;
  const [, body, year, serial] =
    /^(\p{Script=Han}{2,20})[〔[［【(（](\d{2}|\d{4})[〕\]］】)）]第?0*(\d{1,5})号?$/u.exec(number) ?? [];
  if (body === undefined || year === undefined || serial === undefined)
    return { message: `文号“${number}”不是“机关代字〔年份〕序号号”的形式`, better: null };
  return {
    message: `文号“${number}”写法不规范`,
    better: `${body}〔${year.length === 2 ? `20${year}` : year}〕${serial}号`,
  };
}
