/** Every list: filter, order, how many. */
export const list = {
  all: '全部',
  chips: '{list}：筛选',
  search: '筛选',
  searchIn: '在{list}里找',
  sort: '按{column}排',
  count: '{n}条，显示{from}–{to}',
  countFiltered: '{n}条，筛出{kept}条，显示{from}–{to}',
  countSome: '{n}条，筛出的先列{kept}条，往下翻还有，显示{from}–{to}',
  pane: '选中的这一条',
  nothingChosen: '没有选中的。',
  toList: '回到列表',
  hints: { choose: '选择', open: '打开', filter: '筛选' },
  keys: {
    next: '下一条',
    previous: '上一条',
    open: '打开这一条',
    back: '回到列表',
    filter: '筛选',
    clear: '清除筛选',
  },
} as const;
