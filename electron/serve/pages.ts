/** Opens the program from the page itself, because a strict cookie is not sent on a redirect that began elsewhere. */
export const startPage = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="refresh" content="0;url=/"><title>井巡 Jingxun</title></head>
<body><p><a href="/">打开井巡 · Open Jingxun</a></p></body></html>
`;

const page = (zh: string, en: string) => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<title>井巡 Jingxun</title></head><body><h1>井巡 Jingxun</h1><p>${zh}</p><p>${en}</p></body></html>
`;

export const notAdmittedPage = page(
  '这个页面要从终端里给出的地址打开。地址一分钟内有效，只能用一次；在终端里按回车可以再要一个。',
  'Open this page from the address shown in the terminal. It is good for one minute and once; press Enter there for another.',
);

export const notFoundPage = page('没有这个页面。', 'There is no such page.');
