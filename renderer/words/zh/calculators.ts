export const calculators = {
  title: '计算器',
  open: '计算器',
  nothingFor: '“{title}”要填{list}，这里还没有算出来。',
  note: '按{date}有效的规则算；不存，填进检查项才存。',
  inputs: '填数',
  result: '结果',
  use: '填进“{title}”',
} as const;
