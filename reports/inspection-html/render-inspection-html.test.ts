import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { scaled } from '../../vocabulary/test-scale.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { type Working, working } from '../../vocabulary/working.ts';
import { sampleBundle, sampleInspection } from '../sample-report.ts';
import { beijingTime } from './beijing-time.ts';
import { renderInspectionHtml } from './render-inspection-html.ts';

const page = renderInspectionHtml(sampleBundle);
/** What a reader sees, without the style. */
const seen = (text: string): string => text.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]*>/g, '');
const articleOf = (question: string): string =>
  seen(
    page
      .split('<article')
      .slice(1)
      .find((part) => part.includes(question)) ?? '',
  ).replace(/\s+/g, ' ');

/** Every tag as it stands, with the pictures' bytes and texts left out: the skeleton that no text may change. */
const skeleton = (text: string): string[] =>
  (text.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/(alt|src|aria-label)="[^"]*"/g, '$1'));

/** The same facts with another text in every place where a person, an instrument or another machine may write. */
function withText<T>(value: T, text: string): T {
  const keep =
    /^(base64|kind|code|status|outcome|severity|role|gas|quality|article|reason|provenance|source|date|missingEvidence|grade|reasons|notEvidence|principle|asFound|asLeft|amount|why|how|comparator|type|water|best|was|becomes|taken)$/;
  const walk = (node: unknown, key: string): unknown => {
    if (key === 'workings') return workings(node);
    if (Array.isArray(node)) return node.map((one) => walk(one, key));
    if (typeof node === 'object' && node !== null)
      return Object.fromEntries(Object.entries(node).map(([name, inner]) => [name, walk(inner, name)]));
    return typeof node === 'string' && node !== '' && !keep.test(key) && !isChoice(key, node) ? text : node;
  };
  /** Letters, signs and amounts of the arithmetic are checked at the border; its units and facts may be any text. */
  const workings = (node: unknown): Working[] =>
    z
      .array(working)
      .parse(node)
      .map((line) => ({
        ...line,
        ...('unit' in line ? { unit: text } : {}),
        ...('fact' in line ? { fact: text } : {}),
      }));
  return walk(value, '') as T;
}
const isChoice = (key: string, text: string): boolean =>
  ['hydroType', 'actions', 'unit'].includes(key) && /^[%A-Za-z-]+$/.test(text);

describe('the page', () => {
  test('asks nothing from outside and runs nothing', () => {
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:;`,
    );
    expect(page).not.toMatch(/<(script|link|iframe|object|embed|form|base|a)\b/i);
    expect(page.replace(/data:image\/png;base64,[^"]*/g, '')).not.toMatch(/\/\/|https?:/);
    expect(page).not.toMatch(/@import|url\(/);
    expect(page).not.toMatch(/\son\w+=/i);
  });

  test('is the same at every writing', () => {
    expect(renderInspectionHtml(structuredClone(sampleBundle))).toBe(page);
  });

  test("shows beside the law's verdict what the mine's own stricter figure said when the answer was given", () => {
    const lead = articleOf('老空不清');
    expect(lead).toMatch(/24\.5≥30 m.*企业标准.*24\.5≥35 m.*《某某煤业探放水管理规定》第9条/);
    expect(articleOf('回风流甲烷')).not.toContain('企业标准');
  });

  test('leaves no slot unfilled and prints no word of the program', () => {
    expect(seen(page)).not.toMatch(/\{\w+\}|undefined|\[object|NaN|\bnull\b/);
  });

  test('lists every obligation with its standing, and what was planned and never begun', () => {
    const rows = sampleInspection.groups.flatMap(({ items }) => items);
    const table = page.split('应查项目表')[1]?.split('<h2>')[0] ?? '';
    expect(table.match(/<tr><td class="number">/g)).toHaveLength(rows.length);
    for (const { question } of rows) expect(seen(table)).toContain(question);
    expect(seen(table)).toContain(`应查${rows.length}项`);
    for (const { reason } of sampleInspection.gaps) expect(table).toContain(reason);
    expect(seen(page)).toContain('方案JC-2026-034，应查86项，检查人员赵远山、王晓岚：没有开始。');
    expect(seen(page)).toMatch(/高志平于.*撤销，理由：矿井停产。/);
  });

  test('has one section for each inspection, and says whose they are first', () => {
    const second = { ...sampleInspection, mine: '山西古交某某煤矿' };
    const both = renderInspectionHtml({ ...sampleBundle, inspections: [sampleInspection, second] });
    expect(both.match(/<section class="inspection">/g)).toHaveLength(2);
    expect(seen(both)).toContain('本包共有2次检查');
    expect(both.indexOf(second.mine)).toBeLessThan(both.indexOf('<section'));
  });

  test('without an inspection says so and still names the record', () => {
    const empty = seen(renderInspectionHtml({ ...sampleBundle, inspections: [] }));
    expect(empty).toContain('本包没有检查记录。');
    expect(empty).toContain('team03-dev1@jingxun');
    expect(empty).toContain('9'.repeat(64));
  });
});

describe('an inspection', () => {
  test('counts a pass without its evidence as not found out', () => {
    expect(seen(page)).toContain('应查8项，已答7项：合格1项，不合格3项，查不清2项，不适用1项；未答1项。');
    expect(articleOf('是否配齐专用探放水钻机')).toContain('合格·缺凭据（照片），不计合格');
  });

  test('names what is missing and why a row does not apply', () => {
    expect(seen(page)).toContain('当年是否组织撤人演练？');
    expect(seen(page)).toContain('岩层探水超前距是否符合水压分级？——本次检查的巷道全部沿煤层布置');
  });

  test('shows a verdict with its arithmetic, its articles and what must be done', () => {
    const lead = articleOf('老空不清时');
    expect(lead).toContain('不合格（重大）');
    expect(lead).toMatch(/L≥30 m\s*24\.5≥30 m 不成立/);
    expect(lead).toContain('结果四舍五入到6位小数显示；代入和比较都用全部位数');
    expect(lead).toContain('〔2018〕14号）第48条（2018-09-01起施行）');
    expect(lead).toContain('停止掘进或回采、限期整改');
    expect(lead).toContain('超前距 24.5 m；套管长度 缺；老空已查明 否');
  });

  test('marks an article that was not read and a figure from memory', () => {
    const lead =
      page
        .split('<article')
        .slice(1)
        .find((part) => part.includes('老空不清时')) ?? '';
    expect(lead).toMatch(/270号） <span class="tag">条文号待核<\/span>.*<span class="tag">待核<\/span>/s);
    expect(seen(page.slice(page.indexOf('待核的依据')))).toContain('《山西省煤矿防治水“三专两探一撤”规定》');
  });

  test('says over-range as a word and never as a number', () => {
    const methane = articleOf('回风流甲烷是否低于限值');
    expect(methane).toContain('甲烷 超量程');
    expect(methane).toContain('0.92 %VOL');
    expect(methane).not.toContain('超量程 %VOL ');
  });

  test('says of an alarm what it reached, what that asks, who acknowledged it and when it ended', () => {
    const text = seen(page.slice(page.indexOf('报警时间'))).replace(/\s+/g, ' ');
    expect(text).toContain('撤人级 1.02 %VOL，超过1.0 %VOL');
    expect(text).toContain('停止工作、撤出人员、进行处理');
    expect(text).toMatch(/超量程 ?赵远山&lt;b&gt; ?09:11:00/);
    expect(text).toMatch(/持续10分/);
  });

  test('marks readings that are no evidence, lets their numbers stand, and says what they cannot prove', () => {
    const item = articleOf('回风流甲烷');
    expect(item).toContain('0.92 %VOL');
    const [readings = ''] = item.split('本条只有');
    expect(readings.match(/不作证据：调校超期/g)).toHaveLength(2);
    expect(item).toContain('本条只有不作证据的读数，不能单独定超限。');
    expect(articleOf('专门探放水')).not.toContain('不作证据');
  });

  test('names the instruments used with certificate, last calibration, error and what was stored', () => {
    const text = seen(page).replace(/\s+/g, ' ');
    expect(text).toContain('晋检2026-0417');
    expect(text).toContain('检查当日已19天，限15天');
    expect(text).toContain('标准气1.00 %VOL，调前1.06，调后1.01');
    expect(text).toContain('1263条读数中1263条不作证据：调校超期');
  });

  test('says what datum is missing with the label of its field', () => {
    expect(articleOf('套管耐压试验')).toContain('缺数据：缺试验压力');
  });

  test('keeps every answer that differs, the one that counts marked', () => {
    const rows = articleOf('有掘必探');
    expect(rows).toMatch(/不合格李?.*李海生.*暂按此答.*合格.*赵志强/);
  });

  test('shows what was entered of places and zones with each verdict and its documents, and leaves empty ones out', () => {
    const text = seen(page).replace(/\s+/g, ' ');
    for (const words of [
      '探放水地点 3203运输巷2#探放水点',
      '钻孔2个',
      '92.5',
      '终孔间距',
      '3.6≤3 m',
      '水仓1个',
      '第313条',
    ])
      expect(text).toContain(words);
    expect(text).toContain('T = 0.07 MPa/m');
    expect(text).toContain('水压和厚度最多允许划为缓采区，现在划得比它宽');
    expect(text).toContain('2026-05-01由缓采区改为可采区：注浆改造完成');
    const bare = renderInspectionHtml({
      ...sampleBundle,
      inspections: [{ ...sampleInspection, sites: [], zones: [], gas: { areas: [], chains: [], units: [] } }],
    });
    expect(seen(bare)).not.toMatch(/采掘地点、探放水和排水|三区/);
  });

  test('says when the camera took a picture, where that is another time than it was kept', () => {
    expect(page.match(/相机记的拍摄时间/g)).toHaveLength(1);
    expect(seen(page)).toContain('相机记的拍摄时间 2026-11-22 16:03:41');
  });

  test('prints a signature with its hash, a refusal with its witness', () => {
    expect(page).toContain('<img src="data:image/png;base64,iVBOR');
    expect(seen(page)).toContain('拒签。理由：对甲烷读数有异议。见证人：周立。');
  });

  test('a signature that is no picture is said to be unreadable', () => {
    const [first] = sampleInspection.signatures;
    if (!first?.png) throw new Error('the sample has a signature');
    const signatures = [{ ...first, png: { ...first.png, base64: 'x" onerror="1' } }];
    const broken = renderInspectionHtml({ ...sampleBundle, inspections: [{ ...sampleInspection, signatures }] });
    expect(broken).not.toContain('<img');
    expect(seen(broken)).toContain('签字图像读不出');
  });
});

test('no text can break out: whatever is written, the tags are the same', () => {
  const plain = skeleton(renderInspectionHtml(withText(sampleBundle, 'x')));
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom(
      '</td></table><script>x()</script>',
      '"><img src=x onerror=x()>',
      '{author}{time}',
      ']]>--><!--',
      '$&$1',
    ),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      expect(skeleton(renderInspectionHtml(withText(sampleBundle, text)))).toEqual(plain);
    }),
    { numRuns: scaled(60) },
  );
});

test('times are Beijing time on every machine, and a broken clock is a number', () => {
  expect(beijingTime(epochMs.parse(Date.UTC(2026, 10, 23, 16, 30, 7)))).toBe('2026-11-24 00:30:07');
  expect(beijingTime(epochMs.parse(-1000))).toBe('1970-01-01 07:59:59');
  expect(beijingTime(epochMs.parse(9e15))).toBe('9000000000000000');
});

describe('what is recorded of the gas of the mine', () => {
  const text = seenIn(renderInspectionHtml({ ...sampleBundle, inspections: [sampleInspection] }));

  test('stands with its hand-overs, steps and units; what is not given or not done says so', () => {
    expect(text).toContain('规划区→准备区　2026-09-01　指标没有达到（集团规定含量8 m³/t以下）');
    expect(text).toContain('残余含量7.9 m³/t、压力未给出');
    expect(text).toContain('防突措施：已落实（2026-11-20，防突科）');
    expect(text).toContain('措施效果检验：没有记录');
    expect(text).toContain('15103 综采工作面　预抽单元2');
    expect(text).toContain('还没有记下结论');
  });

  test('is left out whole where nothing is recorded', () => {
    const gas = { areas: [], chains: [], units: [] };
    const bare = seenIn(renderInspectionHtml({ ...sampleBundle, inspections: [{ ...sampleInspection, gas }] }));
    expect(text).toContain('瓦斯抽采和防突');
    expect(bare).not.toContain('瓦斯抽采和防突');
  });
});

function seenIn(page: string): string {
  return page.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]*>/g, '');
}
