/** Titles as they are printed: legal names stay Chinese in every language. */
export const documentTitles = {
  rules22: '《煤矿安全规程》（2022年修正，应急管理部令第8号）',
  rules25: '《煤矿安全规程》（2025年修订，应急管理部令第17号）',
  g163: '《煤矿瓦斯抽采达标暂行规定》（安监总煤装〔2011〕163号）',
  fangtu2019: '《防治煤与瓦斯突出细则》（煤安监技装〔2019〕28号）',
  water2018: '《煤矿防治水细则》（煤安监调查〔2018〕14号）',
  shanxi270: '《山西省煤矿防治水“三专两探一撤”规定》（晋应急发〔2019〕270号）',
  zones2022: '《煤矿防治水“三区”管理办法》（矿安〔2022〕85号）',
  hazard4: '《煤矿重大事故隐患判定标准》（应急管理部令第4号）',
  hazard21: '《煤矿重大事故隐患判定标准》（应急管理部令第21号）',
  n34: '煤矿防治水“三必须、四严禁”（国家矿山安全监察局，2023年）',
  aq6207: '《便携式载体催化甲烷检测报警仪》（AQ 6207-2007）、《催化燃烧型甲烷测定器》（JJG 678-2007）',
  jjg677: '《光干涉式甲烷测定器》（JJG 677-2006）',
  certificate: '计量检定证书所载有效期',
  paperRules: '《煤矿安全监管监察执法文书制作规范》',
  std109: '《煤矿安全生产标准化管理体系考核定级办法》（矿安〔2024〕109号）',
} as const;

/** An article as it is cited. */
export const article = (number: number | string): string => `第${number}条`;
export const tableOf = (number: number | string): string => `表${number}`;
export const annex = '附录';

/** 晋（晋中）煤安处〔2026〕12号 */
export const documentNumber = (part: {
  readonly provinceShort: string;
  readonly areaShort: string;
  readonly docCode: string;
  readonly year: number;
  readonly serial: number;
}): string => `${part.provinceShort}（${part.areaShort}）煤安${part.docCode}〔${part.year}〕${part.serial}号`;
