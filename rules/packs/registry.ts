import { orThrow } from '../../vocabulary/result.ts';
import { g163 } from './drainage-rules.ts';
import { aq6207, jjg677, std109 } from './instrument-rules.ts';
import { certificate, hazard4, hazard21, n34, paperRules, shanxi270, zones2022 } from './other-documents.ts';
import { fangtu2019 } from './outburst-rules.ts';
import { loadPack, type Pack } from './pack.ts';
import { rules22, rules25 } from './safety-rules.ts';
import { water2018 } from './water-rules.ts';

/** The packs this program ships, one line each, checked when loaded. */
export const packs: readonly Pack[] = [
  rules22,
  rules25,
  g163,
  fangtu2019,
  water2018,
  shanxi270,
  zones2022,
  hazard4,
  hazard21,
  n34,
  aq6207,
  jjg677,
  certificate,
  paperRules,
  std109,
].map((data) => orThrow(loadPack(data)));
