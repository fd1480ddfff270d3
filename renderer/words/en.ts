import { areas } from './en/areas.ts';
import { bytes } from './en/bytes.ts';
import { calculators } from './en/calculators.ts';
import { capture } from './en/capture.ts';
import { check } from './en/check.ts';
import { common } from './en/common.ts';
import { company } from './en/company.ts';
import { drainage } from './en/drainage.ts';
import { exchange } from './en/exchange.ts';
import { find } from './en/find.ts';
import { firstRun } from './en/first-run.ts';
import { findings, ledger } from './en/later.ts';
import { list } from './en/list.ts';
import { live } from './en/live.ts';
import { marks } from './en/marks.ts';
import { gases, hydroTypes, inspectionKinds, placeKinds, places, roles } from './en/places.ts';
import { plan } from './en/plan.ts';
import { prevention } from './en/prevention.ts';
import { register } from './en/register.ts';
import { rejudge } from './en/rejudge.ts';
import { settings } from './en/settings.ts';
import { parts, shell } from './en/shell.ts';
import { site } from './en/site.ts';
import { statistics } from './en/statistics.ts';
import { storedLog } from './en/stored-log.ts';
import { today } from './en/today.ts';
import { withdrawal } from './en/withdrawal.ts';
import { zones } from './en/zones.ts';

/** The same keys as `zh.ts`, in English. */
export const en = {
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
