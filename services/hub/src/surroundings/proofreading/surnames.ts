/** The hundred surnames that most people bear (公安部《二〇二〇年全国姓名报告》), and the common ones of two characters. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔';
const double = ['欧阳', '上官', '司马', '诸葛', '皇甫', '令狐', '东方', '慕容'];

/** A name at the end, after a mark or the word that tells who it is, with at most a mark and spaces behind it. */
const nameAtEnd = new RegExp(
  `(?:^|[，。；：、（(\\s:;,]|人|长|员|主任|书记|同志|经理)(?:${double.join('|')}|[${surnames}])[一-龥]{1,2}(?:同志|主任|科长|老师|医生|先生|女士)?[，：、（(\\s:,]{0,3}$`,
);

/** Whether words end with the name of a person. */
export const endsWithName = (words: string): boolean => nameAtEnd.test(words);
