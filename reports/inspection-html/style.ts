import { words } from './report.words.ts';

/** Families as they are installed on Windows, on kylin-like desktops and on macOS; nothing is fetched. */
const BODY = 'FZFangSong-Z02, FangSong_GB2312, FangSong, STFangsong, "Noto Serif CJK SC", "Source Han Serif SC", serif';
const TITLE = 'FZXiaoBiaoSong-B05, FZXiaoBiaoSong-B05S, STZhongsong, "Noto Serif CJK SC", "Source Han Serif SC", serif';
const STRONG = 'SimHei, "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif';
const CODE = 'Consolas, Menlo, "DejaVu Sans Mono", monospace';

/** A4 with the page number below; ordinary text 小四 (12 pt). Ink on white, so that a black-and-white copier loses nothing. */
export const style = `
@page { size: A4; margin: 22mm 18mm 20mm 22mm;
  @bottom-center { content: "${words.page.before}" counter(page) "${words.page.middle}" counter(pages) "${words.page.after}"; font: 10pt ${BODY}; } }
:root { color-scheme: light; --ink: #1a1b19; --soft: #46453f; --line: #8a887f; --hair: #c9c7c0; --fail: #9a4300; --major: #b3140c; --unknown: #5b3fa8; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px; max-width: 190mm; background: #fff; color: var(--ink); font: 12pt/1.6 ${BODY}; }
h1, h2, h3, h4, p, dl, dd, ol, ul { margin: 0; }
h1 { font: 22pt/1.3 ${TITLE}; letter-spacing: .12em; text-align: center; }
.subtitle { text-align: center; font: 14pt/1.5 ${TITLE}; }
.english { color: var(--soft); font: 9pt/1.4 Arial, "Liberation Sans", "DejaVu Sans", sans-serif; }
.lead { margin: 6px 0 14px; padding-bottom: 8px; border-bottom: 1.5px solid var(--ink); text-align: center; font-size: 10.5pt; line-height: 1.5; }
h2 { margin: 22px 0 8px; font: 14pt/1.4 ${STRONG}; break-after: avoid; }
h2 .english { margin-left: .8em; font-weight: normal; }
h3 { margin: 16px 0 4px; font: 12pt/1.4 ${STRONG}; break-after: avoid; }
.opening { text-indent: 2em; text-align: justify; margin: 10px 0; }
table { width: 100%; border-collapse: collapse; font-size: 10.5pt; line-height: 1.45; margin: 4px 0 8px; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 1px solid var(--line); padding: 4px 7px; text-align: left; vertical-align: top; font-weight: normal; overflow-wrap: anywhere; }
thead th, tbody th { font-family: ${STRONG}; }
.head th { width: 7.5em; white-space: nowrap; background: #f4f3f0; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
thead th, .short { white-space: nowrap; }
.place { min-width: 7em; }
td ul { padding: 0; list-style: none; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.item { margin: 8px 0; padding: 7px 10px 8px; border: 1px solid var(--hair); border-left: 3px solid var(--line); }
.item[data-tone=fail] { border-left-color: var(--fail); }
.item[data-tone=major] { border-left-color: var(--major); }
.item[data-tone=unknown] { border-left: 3px dashed var(--unknown); }
.question { display: flex; gap: .6em; align-items: baseline; break-after: avoid; }
.question b { flex: 1; font: 12pt/1.45 ${STRONG}; overflow-wrap: anywhere; }
.question .no { font-variant-numeric: tabular-nums; }
.mark { display: inline-block; white-space: nowrap; font-family: ${STRONG}; }
.mark svg { width: 1.15em; height: 1.15em; margin-right: .3em; vertical-align: -.2em; }
.mark[data-tone=fail] { color: var(--fail); } .mark[data-tone=major] { color: var(--major); } .mark[data-tone=unknown] { color: var(--unknown); }
.where { color: var(--soft); font-size: 10.5pt; white-space: nowrap; }
.lines { display: grid; grid-template-columns: 7.5em 1fr; column-gap: .6em; row-gap: 1px; font-size: 10.5pt; line-height: 1.5; }
.lines dt { color: var(--soft); } .lines dd { min-width: 0; overflow-wrap: anywhere; }
.lines li { list-style: none; } .lines ul { padding: 0; }
.tag { display: inline-block; padding: 0 5px; border: 1px dashed var(--unknown); color: var(--unknown); font: 9.5pt/1.5 ${STRONG}; white-space: nowrap; }
.draft { border: 1.5px solid var(--unknown); padding: 6px 10px; margin: 0 0 12px; color: var(--unknown); } .draft ul { margin: 4px 0 0; color: var(--ink, inherit); }
.stroke { border-style: solid; border-color: var(--line); color: var(--soft); }
.workings { margin: 0; padding-left: 1.4em; }
.workings li { margin: 0 0 5px; break-inside: avoid; }
math { font-variant-numeric: tabular-nums; font-family: "Latin Modern Math", "STIX Two Math", "Cambria Math", math, "Times New Roman", "Liberation Serif", ${BODY}; }
code { font: 8.5pt/1.5 ${CODE}, ${BODY}; overflow-wrap: anywhere; color: var(--soft); }
.fine { color: var(--soft); font-size: 9.5pt; line-height: 1.45; }
.none { text-indent: 2em; }
.signs { display: grid; grid-template-columns: 1fr 1fr; gap: 10px; }
.sign { border: 1px solid var(--line); padding: 8px 10px; min-height: 38mm; break-inside: avoid; font-size: 10.5pt; overflow-wrap: anywhere; }
.sign img { display: block; max-width: 100%; height: 22mm; object-fit: contain; object-position: left; }
.stamp { margin-top: 18mm; text-align: right; color: var(--soft); }
.inspection + .inspection, .inspection + .plans { break-before: page; margin-top: 48px; border-top: 3px double var(--ink); padding-top: 24px; }
@media print { body { padding: 0; max-width: none; } .inspection + .inspection, .inspection + .plans { margin-top: 0; border: 0; padding: 0; } }
@media screen { .wide { overflow-x: auto; } }
@media (max-width: 640px) { body { padding: 12px; } .lines, .signs { grid-template-columns: 1fr; } .question { flex-wrap: wrap; } }
`;
