export const calculators = {
  title: 'Calculators',
  open: 'Calculators',
  nothingFor: '“{title}” takes {list}; nothing of that is worked out here yet.',
  note: 'By the rules in force on {date}. Nothing is kept until it goes into an item.',
  inputs: 'Figures',
  result: 'Result',
  use: 'Put into “{title}”',
} as const;
