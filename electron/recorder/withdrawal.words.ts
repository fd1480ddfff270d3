import type { TriggerKind } from '../../vocabulary/withdrawal.ts';

/** What is filled into an order by itself: it is printed in Chinese whatever language the screens speak. */
const dangers: Readonly<Record<Exclude<TriggerKind, 'sign' | 'gas'>, string>> = {
  storm: '暴雨或洪水可能威胁矿井',
  belowHole: '正在探放老空水，孔口标高以下受水威胁区域有人',
  drilling: '探放水钻进时出现异常（煤岩松软、片帮、来压，水压或水量突然增大，顶钻）',
  other: '发现严重险情',
};

const signsFound = (signs: readonly string[]): string =>
  signs.length === 0 ? '发现突水征兆' : `发现突水征兆：${signs.join('、')}`;

const gasReached = (measured: string, limit: string): string => {
  if (measured === '') return '气体达到撤人限值';
  return limit === '' ? measured : `${measured}（限值${limit}）`;
};

export interface DangerFacts {
  readonly kind: TriggerKind;
  readonly place: string;
  readonly signs: readonly string[];
  /** `甲烷 1.52 %`, empty where no alarm is behind it. */
  readonly measured: string;
  readonly limit: string;
}

export function sayDanger({ kind, place, signs, measured, limit }: DangerFacts): string {
  const what =
    kind === 'sign' ? signsFound(signs) : kind === 'gas' ? gasReached(measured, limit) : (dangers[kind] ?? '');
  return place === '' ? what : `${place}：${what}`;
}

/** A mine's own rule that was read (待核): it may be changed on every order. */
export const resumeCondition = '险情确认已经消除，经检查通风、供电、排水正常（水害另须地表巡查完毕）后，方可恢复作业';

export const losingNumber = '裁定用另一个号';

/** The fields of an order as a conflict names them. */
export const orderTitles: { readonly order: string; readonly fields: Readonly<Record<string, string>> } = {
  order: '撤人命令',
  fields: { order: '范围和险情', people: '人数', cleared: '全部撤出', resume: '恢复作业', number: '文号' },
};

export const NOT_YET = '还没有';
