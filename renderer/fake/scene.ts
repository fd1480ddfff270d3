/** What the fake host plays; named in the address as `?scene=normal`. For development and pictures only. */
export const sceneNames = [
  'first-run',
  'locked',
  'empty',
  'normal',
  'calm',
  'gas',
  'sites',
  'alarm',
  'unknown',
  'full',
  'many',
  'stream',
  'faults',
  'no-certificate',
] as const;
export type SceneName = (typeof sceneNames)[number];

export const sceneFrom = (search: string): SceneName => {
  const asked = new URLSearchParams(search).get('scene');
  return sceneNames.find((name) => name === asked) ?? 'normal';
};
