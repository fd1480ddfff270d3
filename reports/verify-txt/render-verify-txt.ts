import { fillSlots, type Words } from '../../vocabulary/words.ts';
import { linuxSteps, macPrelude, type VerifyStep, windowsSteps } from './verify-steps.ts';
import { layoutWords, stepWords } from './verify-steps.words.ts';

export interface VerifyFacts {
  /** The one principal of the carrier's certificate, `<team>-<device>@jingxun`. */
  readonly principal: string;
}

/** A principal stands in a command, so nothing may stand in it that a shell would read. */
const PRINCIPAL = /^[A-Za-z0-9][A-Za-z0-9._-]*@jingxun$/;
const INDENT = '    ';

/** `VERIFY.txt` of a bundle: Chinese, then English, then the commands with this bundle's principal. Throws on a principal that no certificate of ours may have. */
export function renderVerifyTxt({ principal }: VerifyFacts): string {
  if (!PRINCIPAL.test(principal)) throw new Error(`not a principal: ${principal}`);
  const { title, intro, principal: carriedBy, proves, trust, linux, mac, macHelp, windows } = layoutWords;
  const lines = [
    ...[...both(title), '', ...both(carriedBy), '', ...both(intro), ...both(proves), ...both(trust)],
    ...[...heading(linux), ...linuxSteps.flatMap(step)],
    ...[...heading(mac), '', ...both(macHelp), ...indented(macPrelude)],
    ...[...heading(windows), ...windowsSteps.flatMap(step)],
  ];
  return `${lines.map((line) => fillSlots(line, { principal })).join('\n')}\n`;
}

const both = ({ zh, en }: Words): readonly string[] => [zh, en];

/** `== Linux … ==`: what stands between two such lines belongs to one system. */
const heading = ({ zh, en }: Words): readonly string[] => ['', '', `== ${zh} ==`, `   ${en}`];

const step = ({ words, lines }: VerifyStep, at: number): readonly string[] => [
  '',
  `${at + 1}. ${stepWords[words].zh}`,
  `   ${stepWords[words].en}`,
  ...indented(lines),
];

/** Commands are the lines that begin with four spaces. */
const indented = (lines: string): readonly string[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => INDENT + line);
