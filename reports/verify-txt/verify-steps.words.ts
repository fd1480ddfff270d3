import type { Words } from '../../vocabulary/words.ts';

/** What stands above each block of commands, and what a good bundle answers. Commands are in `verify-steps.ts`. */
export const stepWords = {
  unpack: {
    zh: '把包解到新文件夹 bag。第一行写您手里的文件名；省里发的 allowed_signers 放在旁边。',
    en: 'Unpack into a new folder, bag. Put the name of your file into the first line; the allowed_signers file of the province stands beside it.',
  },
  files: {
    zh: '每个文件都与清单相符：每行末尾都是 OK。',
    en: 'Every file is as the manifests say: each line ends in OK.',
  },
  extra: {
    zh: '没有清单以外的文件：什么也不显示。',
    en: 'No file stands outside the manifests: nothing is printed.',
  },
  carrier: {
    zh: '清单由交包的机器签名，证书由省里签发：显示 Good "jingxun-bundle" signature。证书已过期时，可加 -O verify-time=年月日 按当时核验。',
    en: 'The carrier signed the manifests and the province certified the carrier: Good "jingxun-bundle" signature. For a certificate that has ended, add -O verify-time=YYYYMMDD.',
  },
  revoked: {
    zh: '有省里的吊销名单（krl）时再核一次：仍显示 Good。',
    en: 'With the revocation list (krl) of the province: still Good.',
  },
  bodies: {
    zh: '每条记录的内容与它的头相符（按规定隐去的，核对留下的哈希），凭据文件名就是它的哈希：什么也不显示。',
    en: 'Each body is the one its header names (of a withheld body the hash that stands for it), and each evidence file is named by its hash: nothing is printed.',
  },
  chain: {
    zh: '记录前后相接：每条的 prev 是包里某一条的号，或是 bag-info.txt 里写明的一段开头。什么也不显示。三万条约需一分钟。',
    en: 'The entries are chained: each prev is the id of an entry here, or the beginning of a range named in bag-info.txt. Nothing is printed. 30,000 entries take about a minute.',
  },
  seals: {
    zh: '取出每次封存的签名，核对它前面那一条，并且封存的钥匙就是这份记录的主人：每次封存显示一行 Good "jingxun-seal" signature。证书按封存时的时间核对；显示 no certificate 还不算错：可能后来才发证或担保，请用井巡收包核对。',
    en: 'Each seal is taken out and checked against the entry before it, and its key must own the log: one line Good "jingxun-seal" signature for each. The certificate is checked at the time of the seal; “no certificate” is not yet a fault: a certificate or a vouch may have come later, so take the bundle in with Jingxun.',
  },
} as const satisfies Record<string, Words>;

export const layoutWords = {
  title: { zh: '怎样核验这个包', en: 'How to verify this bundle' },
  intro: {
    zh: '不需要井巡。Linux 上用 unzip、sha256sum、ssh-keygen（OpenSSH 9.0 以上）和 bash，逐行照抄；任何一行报错，就不要采信这个包。',
    en: 'Jingxun is not needed. On Linux with unzip, sha256sum, ssh-keygen (OpenSSH 9.0 or later) and bash, line by line as printed; if any line fails, do not believe the bundle.',
  },
  principal: { zh: '交包的机器：{principal}', en: 'Carried by: {principal}' },
  proves: {
    zh: '1至5核的是运输：包是谁交的、路上没有改动。6至8核的是记录：内容没有改动，由谁封存。记录是否被隔离、有没有缺口，用井巡收包时判定。',
    en: 'Steps 1 to 5 check the transport: who carried it, unaltered. Steps 6 to 8 check the record: unaltered, and who sealed it. Whether entries are set aside or missing is judged by Jingxun when it takes the bundle in.',
  },
  trust: {
    zh: '这份说明也在包里：对包有怀疑时，请照别处得来的同样说明做（井巡的源代码里有），allowed_signers 只用省里直接发的。',
    en: 'This text travels inside the bundle: in doubt, follow the same text from elsewhere (it is in the source of Jingxun), and take allowed_signers from the province only.',
  },
  linux: { zh: 'Linux（每次测试都照印出的样子执行）', en: 'Linux (executed as printed in every test run)' },
  mac: {
    zh: 'macOS（只在公共持续集成里执行）',
    en: 'macOS (run in public CI only)',
  },
  macHelp: {
    zh: '在终端里打开 bash，先写这两行，再照抄上面 Linux 的各步。',
    en: 'In a bash of the Terminal type these two lines, then the steps for Linux as printed above.',
  },
  windows: {
    zh: 'Windows 的 PowerShell（只在公共持续集成里执行；6至8请在 Linux 或 macOS 上做）',
    en: 'Windows PowerShell (run in public CI only; take steps 6 to 8 to Linux or macOS)',
  },
} as const satisfies Record<string, Words>;
