/**
 * Characters that no page of Chinese prose is without, in simplified and in traditional forms: they tell
 * whether bytes were read in the encoding they were written in.
 */
const common = new Set([
  ...[
    '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动',
    '同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自',
    '二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日',
    '那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变',
    '条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总',
    '次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指',
    '几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器',
    '压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安',
    '场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集',
    '温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连',
    '断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精',
    '值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属',
    '圆包火住调满县局照参红细引听该铁价严街镇村乡请将现予项告示通知停市',
  ].join(''),
  ...[
    '這為個國時來們於會發動過說產種後學經進著電裡現實兩體機當點從業應開還間樣與關線內',
    '數問題黨員級統論運農區強決戰處隊領東導壓爭濟階術極聯認權證轉單風帶場車務萬達積議',
    '聲報鬥類離華確張馬節話況傳許記觀織裝書復兒際驗連難礦備辦習響約歷構稱準號維劃選標',
    '寫親養層專狀廠識適屬圓調滿縣參紅細聽該鐵價嚴請項鄉臺灣',
  ].join(''),
]);
const punctuation = /[，。、；：？！“”（）《》〔〕\s]/u;

/** A character of Chinese that is not common still is one. */
const rare = 0.05;

/**
 * How much a text looks like Chinese prose, from about -1 (none of it) to 1. Unreadable bytes and characters
 * of private use weigh heavily.
 */
export function likeness(text: string): number {
  let [known, broken, counted] = [0, 0, 0];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80 || punctuation.test(character)) continue;
    counted += 1;
    if (common.has(character)) known += 1;
    else if (/\p{Script=Han}/u.test(character)) known += rare;
    if (character === '\uFFFD' || /\p{Co}/u.test(character)) broken += 1;
  }
  return counted === 0 ? (text === '' ? -1 : 0.2) : (known - broken) / counted;
}
