import type { Draft } from './hub.client.ts';

/**
 * What one body of the county brings out in a month: one piece of every type, with the elements its type asks
 * for.
 */
export interface Piece {
  readonly by: 'water' | 'finance' | 'street';
  readonly levels: number;
  readonly draft: Draft;
}

const contact = '0873-7123456';
const piece = (
  by: Piece['by'],
  levels: number,
  column: string,
  type: string,
  title: string,
  source: string,
  fields: object = {},
  item: string | null = null,
): Piece => ({
  by,
  levels,
  draft: {
    title,
    source,
    channels: ['website', 'portal', 'weibo'],
    header: { issuer: issuers[by], writtenOn: '2026-11-20' },
    matter: { type, column, item, fields },
    ...(type === 'warning' ? { schedule: { expiresAt: inTwoDays() } } : {}),
  },
});
/** A warning says until when. */
const inTwoDays = (): string => new Date(Date.now() + 2 * 86_400_000).toISOString();
const issuers = { water: '开远市水务局', finance: '开远市财政局', street: '灵泉街道办事处' } as const;

/** Everything but the interpretation, which names the policy it explains. */
export const pieces: readonly Piece[] = [
  piece(
    'water',
    1,
    'tzgg',
    'general-notice',
    '关于灵泉东路停水检修的通知',
    '因供水管网检修，2026年11月25日8时至18时灵泉东路停水，请提前储水。',
  ),
  piece(
    'finance',
    3,
    'zcwj',
    'policy',
    '关于城乡供水补助资金管理的通知',
    '为规范城乡供水补助资金的使用，现就有关管理要求通知如下。补助资金专款专用，按季度拨付。',
    {
      documentNumber: '开财发〔2026〕8号',
      writtenOn: '2026-11-20',
      validity: '有效',
      interpretationPlan: '与文件同步组织、同步审签，三个工作日内发布文字解读。',
    },
  ),
  piece(
    'street',
    2,
    'yjzj',
    'consultation',
    '关于灵泉街道老旧小区改造方案公开征求意见的公告',
    '现就老旧小区改造方案公开征求意见，欢迎提出。',
    {
      period: { from: '2026-11-24', to: '2026-12-25' },
      explanation: '说明改造的范围和资金来源。',
      how: '信函或电话反映。',
      contact,
    },
  ),
  piece(
    'water',
    2,
    'gsgg',
    'public-notice',
    '关于拟录用供水抢修人员的公示',
    '经考试和考察，现将拟录用人员予以公示。',
    {
      subject: '拟录用供水抢修人员',
      basis: '《事业单位公开招聘人员暂行规定》',
      period: { from: '2026-11-24', to: '2026-12-03' },
      objections: `电话 ${contact}`,
      handler: '开远市水务局人事科',
    },
  ),
  piece('water', 1, 'bszn', 'service-guide', '用水报装办事指南', '单位和个人申请用水报装的，按本指南办理。', {
    item: '用水报装',
    legalBasis: '《城市供水条例》',
    conditions: '在供水范围内。',
    materials: ['申请表', '身份证明'],
    place: '政务服务中心一楼 3 号窗口',
    hours: '工作日 8:30 至 17:30',
    phone: contact,
    procedure: '申请、踏勘、施工、通水。',
    timeLimit: '5 个工作日',
    fee: '不收费',
  }),
  piece(
    'street',
    2,
    'xzcf',
    'decision',
    '关于占道经营行政处罚决定的公告',
    '当事人占用人行道摆摊，责令改正并处罚款。',
    {
      documentNumber: '开灵罚〔2026〕3号',
      party: '某早餐店',
      matter: '占道经营',
      content: '罚款二百元。',
      authority: '灵泉街道办事处',
      decidedOn: '2026-11-20',
    },
  ),
  piece(
    'finance',
    2,
    'ysjs',
    'budget',
    '2026年部门预算公开',
    '现将本部门2026年预算予以公开，预算已经人民代表大会批准。',
    { approvedOn: '2026-11-18', tables: ['收支总表', '支出总表'], explanation: '收支平衡，无增减变化。' },
    'CZYJS-01',
  ),
  piece(
    'finance',
    2,
    'zdjs',
    'tender',
    '城乡供水管网改造工程施工招标公告',
    '城乡供水管网改造工程已具备招标条件，现对施工公开招标。',
    {
      project: '城乡供水管网改造工程施工',
      buyer: '开远市水务局',
      documents: '2026年11月24日至28日，云南省公共资源交易电子平台下载。',
      deadline: '2026年12月15日9时',
    },
  ),
  piece('street', 2, 'hygk', 'meeting', '街道办事处第十次办公会议公开', '会议研究了冬季供水保障工作。', {
    heldOn: '2026-11-20',
    agenda: '冬季供水保障。',
    minutes: '会议决定增加两支抢修队。',
  }),
  piece(
    'finance',
    2,
    'xwfbh',
    'press-conference',
    '城乡供水补助政策新闻发布会实录',
    '市财政局介绍城乡供水补助政策并回答提问。',
    {
      topic: '城乡供水补助政策',
      heldAt: '2026年11月20日',
      speakers: ['市财政局负责人'],
      transcript: '问：补助多少？答：按户核定。',
    },
  ),
  piece(
    'water',
    1,
    'tzgg',
    'outage',
    '关于建设西路计划停水的通知',
    '因管网改造，2026年11月26日9时至17时建设西路停水，请提前储水。咨询电话0873-7123456。',
    {
      service: '停水',
      area: '建设西路沿线',
      when: '2026年11月26日9时至17时',
      reason: '管网改造',
      phone: contact,
    },
  ),
  piece(
    'street',
    1,
    'tzgg',
    'sports',
    '关于举办灵泉街道冬季健步走的通知',
    '2026年11月28日9时在滨河公园举办冬季健步走，欢迎参加。',
    { when: '2026年11月28日9时', where: '滨河公园' },
  ),
  piece(
    'water',
    2,
    'hygq',
    'clarification',
    '关于自来水有异味传言的澄清',
    '网传自来水有异味，经检测水质合格。',
    {
      rumour: '网传自来水有异味。',
      facts: '11月20日抽检三处，水质合格。',
      evidence: '检测报告编号 2026-1120',
      responsible: '开远市水务局',
    },
  ),
  piece('water', 1, 'yjyj', 'warning', '主管道爆裂停水预警', '主管道爆裂，全城停水，正在抢修，请储水。', {
    category: '停水',
    level: '三级（黄色）',
    startsAt: '2026年11月24日8时',
    area: '灵泉街道',
    matters: '主管道爆裂，全城停水。',
    measures: '请储水。',
    issuer: '开远市水务局',
    issuedAt: '2026年11月24日8时',
  }),
];

export const interpretation = (policy: string): Piece =>
  piece(
    'finance',
    2,
    'zcjd',
    'interpretation',
    '城乡供水补助资金管理政策解读',
    '为便于理解补助资金管理办法，现作如下解读。',
    {
      interprets: policy,
      background: '供水成本上升。',
      goals: '规范资金使用。',
      content: '专款专用，按季度拨付。',
      form: '文字',
      author: '市财政局预算科',
    },
  );
