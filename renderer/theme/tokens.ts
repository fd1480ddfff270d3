/** The colours of the three themes. The only file with hex: everything else speaks of `var(--name)`. */
export const themeNames = ['night', 'day', 'red'] as const;
export type ThemeName = (typeof themeNames)[number];

const night = {
  bg0: '#101110',
  bg1: '#191a18',
  bg2: '#232421',
  bg3: '#30312d',
  well: '#141513',
  line: '#33342f',
  edge: '#7c7d74',
  ink: '#eceae2',
  ink2: '#bdbbb1',
  ink3: '#9a988f',
  onInk: '#141512',
  focus: '#6cb6f5',
  danger: '#ff6152',
  dangerFill: '#ff6152',
  onDanger: '#140503',
  warn: '#ffa136',
  warnFill: '#ffa136',
  onWarn: '#140503',
  note: '#f0d24e',
  unknown: '#c4abf2',
  dangerTint: '#33140f',
  warnTint: '#2e2010',
  noteTint: '#292511',
  unknownTint: '#25202e',
  paper: '#e9e6dc',
  onPaper: '#1a1b19',
} as const;

export type TokenName = keyof typeof night;
export type Tokens = Readonly<Record<TokenName, string>>;

const day: Tokens = {
  bg0: '#e6e5e1',
  bg1: '#f4f3f0',
  bg2: '#ffffff',
  bg3: '#dad8d2',
  well: '#edece8',
  line: '#d6d4cd',
  edge: '#7b7971',
  ink: '#1a1b19',
  ink2: '#46453f',
  ink3: '#5e5c55',
  onInk: '#ffffff',
  focus: '#0b5cad',
  danger: '#b3140c',
  dangerFill: '#c2180f',
  onDanger: '#ffffff',
  warn: '#9a4300',
  warnFill: '#f2922b',
  onWarn: '#1a0d02',
  note: '#6e5300',
  unknown: '#5b3fa8',
  dangerTint: '#fbe9e6',
  warnTint: '#fcefdf',
  noteTint: '#faf3d6',
  unknownTint: '#efebf8',
  paper: '#ffffff',
  onPaper: '#1a1b19',
};

/** One hue only: every state keeps its shape and its word here. */
const red: Tokens = {
  bg0: '#080000',
  bg1: '#110202',
  bg2: '#1b0404',
  bg3: '#2a0806',
  well: '#0c0101',
  line: '#3d110d',
  edge: '#b0463b',
  ink: '#ff7a6b',
  ink2: '#e2614f',
  ink3: '#cc5546',
  onInk: '#120000',
  focus: '#ff7a6b',
  danger: '#ff7a6b',
  dangerFill: '#ff7a6b',
  onDanger: '#120000',
  warn: '#ff7a6b',
  warnFill: '#ff7a6b',
  onWarn: '#120000',
  note: '#e2614f',
  unknown: '#e2614f',
  dangerTint: '#2a0806',
  warnTint: '#2a0806',
  noteTint: '#2a0806',
  unknownTint: '#110202',
  paper: '#e2614f',
  onPaper: '#120000',
};

export const themes: Readonly<Record<ThemeName, Tokens>> = { night, day, red };

/** Sizes in CSS pixels: 现场 for a gloved hand, 桌面 for a pointer. */
export const densityNames = ['field', 'desk'] as const;
export type DensityName = (typeof densityNames)[number];

const field = {
  body: 17,
  small: 15,
  smallest: 14,
  title: 24,
  section: 19,
  question: 29,
  live: 64,
  keypad: 27,
  fieldValue: 46,
  control: 56,
  controlBig: 72,
  answer: 88,
  controlSmall: 48,
  row: 56,
  head: 48,
  page: 16,
  card: 16,
  gap: 12,
  topBar: 64,
  rail: 88,
} as const;

export type Sizes = Readonly<Record<keyof typeof field, number>>;

const desk: Sizes = {
  body: 15,
  small: 13,
  smallest: 12,
  title: 22,
  section: 17,
  question: 24,
  live: 64,
  keypad: 22,
  fieldValue: 20,
  control: 36,
  controlBig: 44,
  answer: 56,
  controlSmall: 28,
  row: 44,
  head: 40,
  page: 24,
  card: 20,
  gap: 16,
  topBar: 56,
  rail: 208,
};

export const densities: Readonly<Record<DensityName, Sizes>> = { field, desk };

/** How much of the screen's light is left, in per cent. */
export const brightnessSteps = [100, 60, 30] as const;

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** `--bg0: #101110` for colours and `--size-body: 17px` for sizes, ready for an element's style. */
export function cssVariables(theme: ThemeName, density: DensityName): Readonly<Record<string, string>> {
  const colours = Object.entries(themes[theme]).map(([name, hex]) => [`--${kebab(name)}`, hex]);
  const sizes = Object.entries(densities[density]).map(([name, px]) => [`--size-${kebab(name)}`, `${px}px`]);
  return Object.fromEntries([...colours, ...sizes]);
}
