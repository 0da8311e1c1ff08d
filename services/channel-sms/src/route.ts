import type { Target } from '@towncrier/contracts';
import { z } from 'zod';

/** The group of the county's own routes: recipients that name none go by the first of them that is in use. */
export const mainRoutes = '主线路';

/** What the register knows of a route beside its secret. */
export const routeFacts = z.strictObject({
  signature: z
    .string()
    .trim()
    .min(2)
    .max(12)
    .regex(/^[^【】]*$/, '不写括号【】')
    .meta({ title: '签名', description: '在运营商报备的签名，2 至 12 字；不写括号【】，由短信平台加上' }),
  template: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .meta({ title: '模板编号', description: '已过审的通知模板，只含一个变量 ${text} 和一句固定结尾' }),
  ending: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .meta({ title: '固定结尾', description: '模板中变量之后的固定文字，须一字不差；网址只能写在这里' }),
  price: z.number().min(0.01).max(100).multipleOf(0.01).optional().meta({
    title: '单价（分/条）',
    description: '每条短信的价格，单位为分，可到两位小数；只用于发送前估算费用',
  }),
  accessKeyId: z.string().trim().min(1).max(60).optional().meta({
    title: '账号编号',
    description: 'AccessKey ID；线路自有平台账号时填写，不填则用系统设置中的账号',
  }),
});
export type RouteFacts = z.infer<typeof routeFacts>;

/** Over which messages go out: a signature, a template with its fixed ending, and an account. */
export interface Route extends RouteFacts {
  readonly id: string;
  readonly title: string;
}

/** @throws ZodError when the register holds what no route has */
export const routeOf = ({ id, title, facts }: Target): Route => ({ ...routeFacts.parse(facts), id, title });

/** What a handset shows around the words: routes of one form send the same text. */
export const formOfRoute = ({ signature, ending }: Pick<Route, 'signature' | 'ending'>): string =>
  `【${signature}】${ending}`;

/** Until routes were targets, settings named one of them; these were their values where nothing was set. */
export const formerRoute = {
  signature: '开远市政府',
  template: 'SMS_TWIN',
  ending: '详见开远市人民政府网站',
} satisfies RouteFacts;

const form = /^【([^【】]+)】(.*)$/su;

/** @throws Error when it is no form of a route */
export function wordsAround(name: string): Pick<Route, 'signature' | 'ending'> {
  const [, signature, ending] = form.exec(name) ?? [];
  if (signature === undefined || ending === undefined) throw new Error(`"${name}" is no form of a route`);
  return { signature, ending };
}
