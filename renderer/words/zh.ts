import { areas } from './zh/areas.ts';
import { bytes } from './zh/bytes.ts';
import { calculators } from './zh/calculators.ts';
import { capture } from './zh/capture.ts';
import { check } from './zh/check.ts';
import { common } from './zh/common.ts';
import { company } from './zh/company.ts';
import { drainage } from './zh/drainage.ts';
import { exchange } from './zh/exchange.ts';
import { find } from './zh/find.ts';
import { firstRun } from './zh/first-run.ts';
import { findings, ledger } from './zh/later.ts';
import { list } from './zh/list.ts';
import { live } from './zh/live.ts';
import { marks } from './zh/marks.ts';
import { gases, hydroTypes, inspectionKinds, placeKinds, places, roles } from './zh/places.ts';
import { plan } from './zh/plan.ts';
import { prevention } from './zh/prevention.ts';
import { register } from './zh/register.ts';
import { rejudge } from './zh/rejudge.ts';
import { settings } from './zh/settings.ts';
import { parts, shell } from './zh/shell.ts';
import { site } from './zh/site.ts';
import { statistics } from './zh/statistics.ts';
import { storedLog } from './zh/stored-log.ts';
import { today } from './zh/today.ts';
import { withdrawal } from './zh/withdrawal.ts';
import { zones } from './zh/zones.ts';

/** Every word of the screens in Chinese; `en.ts` has the same keys. One file per screen. */
export const zh = {
  common,
  marks,
  gases,
  places,
  placeKinds,
  inspectionKinds,
  hydroTypes,
  roles,
  shell,
  parts,
  today,
  list,
  live,
  find,
  bytes,
  calculators,
  capture,
  check,
  site,
  zones,
  exchange,
  settings,
  firstRun,
  drainage,
  findings,
  ledger,
  statistics,
  plan,
  prevention,
  register,
  areas,
  company,
  rejudge,
  storedLog,
  withdrawal,
} as const;
