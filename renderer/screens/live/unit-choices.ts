import type { SettingField } from '../../../electron/ports/listener-port.ts';

/** A unit as a label says it: the standard behind %LEL is a question of its own. */
export const basicUnit = (unit: string): string => (unit.startsWith('%LEL') ? '%LEL' : unit);

const hasBothForms = (choices: readonly string[]): boolean =>
  choices.includes('%LEL') && choices.some((choice) => choice.startsWith('%LEL('));

/** The units to choose from first: %LEL once, where it may also stand without its standard. */
export const basicUnits = (choices: readonly string[]): string[] =>
  hasBothForms(choices) ? [...new Set(choices.map(basicUnit))] : [...choices];

/** The ways to say %LEL, the open one last; none where %LEL is not the unit or there is nothing to choose. */
export function lelChoices(unit: string, choices: readonly string[]): string[] {
  if (basicUnit(unit) !== '%LEL' || !hasBothForms(choices)) return [];
  return [...choices.filter((choice) => choice.startsWith('%LEL(')), '%LEL'];
}

/** The standard in a unit, as it is kept with a confirmation; null: left open, or no %LEL. */
export const lelBasisOf = (unit: string | undefined): 'ISO 10156' | 'IEC 60079-20-1' | null =>
  unit === '%LEL(ISO 10156)' ? 'ISO 10156' : unit === '%LEL(IEC 60079-20-1)' ? 'IEC 60079-20-1' : null;

/** What settles plain %LEL for an instrument: the setting, and the standards it may name. */
export function lelAnswers(
  fields: readonly Pick<SettingField, 'key' | 'choices'>[],
): { readonly key: 'unit' | 'lel_basis'; readonly value: string }[] {
  const choicesOf = (key: string) => fields.find((field) => field.key === key)?.choices ?? [];
  const units = lelChoices('%LEL', choicesOf('unit')).filter((unit) => unit !== '%LEL');
  return [
    ...choicesOf('lel_basis').map((value) => ({ key: 'lel_basis' as const, value })),
    ...units.map((value) => ({ key: 'unit' as const, value })),
  ];
}
