export const drainage = {
  title: 'Drainage trial',
  note: 'Judged as typed, not kept. To record it, answer the item in an inspection.',
  desorbable: 'Desorbable gas content',
  faceRate: 'Face drainage rate',
  fields: {
    dailyOutput: 'Daily output',
    desorbableContent: 'Desorbable content',
    emission: 'Face gas emission',
    drainageRate: 'Drainage rate',
  },
  date: 'Rules of which day',
  inputs: 'Inputs',
  waiting: '{fields} missing: no verdict, not counted as pass.',
  outcome: {
    pass: 'Up to standard',
    fail: 'Not up to standard',
    unknown: 'Data missing',
    notApplicable: 'Not applicable',
  },
  seeBasis: 'See the basis',
  limitLine: 'limit {limit}, entered {value}',
  workingsTitle: 'Workings',
  notReady: 'The rules are not installed, so no trial is possible now.',
} as const;

export const findings = {
  title: 'Findings',
  none: 'No findings. A failed answer can be turned into one.',
  goCheck: 'To the check',
  all: 'All',
  major: 'Major',
  general: 'General',
  columns: { mine: 'Mine · place', fact: 'What was found', severity: 'Severity', date: 'Noted', state: 'State' },
  countLine: '{n} in all, showing 1–{shown}',
  states: { raised: 'Noted', unknown: '{state}' },
  filter: 'Filter',
} as const;

export const ledger = {
  title: 'Ledger',
  none: 'The ledger is empty. Mines and instruments appear once inspected or connected.',
  mines: 'Mines',
  minesLine: 'inspected {n} times, last {date}',
  noMines: 'No mine inspected yet.',
  instruments: 'Instruments',
  noInstruments: 'No instrument known yet. Connecting one makes it known.',
  columns: { model: 'Model', serial: 'Serial', certificate: 'Certificate', until: 'Valid until', driver: 'Protocol' },
  noCertificate: 'none noted',
  ended: 'ended; readings are not evidence',
  until: '{date}',
} as const;

export const statistics = {
  title: 'Figures',
  none: 'Too little for a trend: {n} inspection.',
  noneAtAll: 'No inspection yet, nothing to count.',
  completeness: 'Owed and done',
  completenessWhy: 'Cannot tell and missing evidence do not count as clear.',
  columns: {
    mine: 'Mine',
    date: 'Date',
    owed: 'Owed',
    done: 'Answered',
    clear: 'Clear',
    fail: 'Fail',
    unknown: 'Cannot tell',
    open: 'Open',
    signed: 'Signed',
  },
  total: 'Total',
  signedYes: 'signed',
  signedNo: 'not signed',
} as const;
