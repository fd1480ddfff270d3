import type { Words } from '../words.ts';

/** Why a bundle is refused. Refusal depends on the bundle's bytes and the authority's key alone, and changes nothing. */
export const bundleFaultWords = {
  not_for_us: {
    zh: '拒收：这个加密包不是交给本机的，打不开。数据没有变化，请对方把本机加进收件人。',
    en: 'Refused: this encrypted bundle is not addressed to this machine. Nothing changed; ask to be added as a recipient.',
  },
  bundle_unreadable: {
    zh: '拒收：读不出这个文件（{path}）。数据没有变化，请核对文件。',
    en: 'Refused: the file {path} cannot be read. Nothing changed; check the file.',
  },
  bundle_truncated: {
    zh: '拒收：文件不完整，多半是 U 盘拔早了。数据没有变化，请对方重新拷一次。',
    en: 'Refused: incomplete file, probably removed too early. Nothing changed; ask for a fresh copy.',
  },
  bundle_changed: {
    zh: '拒收：{file} 与清单不符。数据没有变化，请对方重新拷一次。',
    en: 'Refused: {file} differs from the manifest. Nothing changed; ask for a fresh copy.',
  },
  bundle_file_missing: {
    zh: '拒收：缺少文件 {file}。数据没有变化，请对方重新交一次。',
    en: 'Refused: {file} is missing. Nothing changed; ask for the bundle again.',
  },
  bundle_file_extra: {
    zh: '拒收：多出清单外的文件 {file}。数据没有变化。',
    en: 'Refused: {file} is not on the manifest. Nothing changed.',
  },
  bundle_unsigned: {
    zh: '拒收：包上没有签名。数据没有变化，请对方用井巡重新交包。',
    en: 'Refused: the bundle is not signed. Nothing changed; ask for one made by Jingxun.',
  },
  bad_signature: {
    zh: '拒收：签名不对，内容可能被改过。数据没有变化。',
    en: 'Refused: the signature does not fit; the content may have been altered. Nothing changed.',
  },
  unknown_signer: {
    zh: '拒收：不是本省签发的证书。数据没有变化。',
    en: 'Refused: certificate not issued by this province. Nothing changed.',
  },
  bad_certificate: {
    zh: '拒收：证书不合规定（{reason}）。数据没有变化，请向省里换证。',
    en: 'Refused: the certificate breaks the rules ({reason}). Nothing changed; ask the province for a new one.',
  },
  bad_key: {
    zh: '这不是能用的 Ed25519 钥匙（{detail}）。没有改动任何内容，请核对文件。',
    en: 'This is not a usable Ed25519 key ({detail}). Nothing was changed; check the file.',
  },
  unsealed: {
    zh: '拒收：里面没有一条记录是封存过的。数据没有变化，请对方封存后再交。',
    en: 'Refused: no entry in it is sealed. Nothing changed; ask for it again after sealing.',
  },
  seal_wrong_key: {
    zh: '拒收：封存用的钥匙与这份记录的号不符。数据没有变化。',
    en: 'Refused: a seal was made with a key that does not own the log. Nothing changed.',
  },
  seal_invalid: {
    zh: '拒收：第 {seq} 条封存验不过。数据没有变化。',
    en: 'Refused: the seal at entry {seq} does not verify. Nothing changed.',
  },
  chain_broken: {
    zh: '拒收：第 {seq} 条与前一条接不上。数据没有变化。',
    en: 'Refused: entry {seq} does not follow the one before. Nothing changed.',
  },
  not_canonical: {
    zh: '拒收：第 {line} 行的写法不规范。数据没有变化。',
    en: 'Refused: line {line} is not in canonical form. Nothing changed.',
  },
  zip_not_canonical: {
    zh: '拒收：压缩包的写法不规范（{detail}）。数据没有变化。',
    en: 'Refused: the ZIP is not in canonical form ({detail}). Nothing changed.',
  },
  unsafe_content: {
    zh: '拒收：压缩包里有不安全的内容（{detail}）。数据没有变化。',
    en: 'Refused: unsafe content ({detail}). Nothing changed.',
  },
  bundle_malformed: {
    zh: '拒收：包里的 {file} 不合格式（{detail}）。数据没有变化。',
    en: 'Refused: {file} in the bundle is malformed ({detail}). Nothing changed.',
  },
  bundle_newer: { zh: '拒收：格式比本机新。升级后再收。', en: 'Refused: newer format. Update first.' },
  trust_body_withheld: {
    zh: '拒收：第 {seq} 条不允许隐去正文。数据没有变化。',
    en: 'Refused: the body of entry {seq} may not be withheld. Nothing changed.',
  },
  carrier_expired: {
    zh: '核验不过：证书 {until} 到期。到期前的要用 --at 核验。',
    en: 'Not good today: certificate ended {until}. Check earlier ones with --at.',
  },
  carrier_not_yet_valid: {
    zh: '核验不过：证书 {from} 才生效。请核对本机的钟。',
    en: 'Not good today: certificate starts {from}. Check this machine’s clock.',
  },
  carrier_revoked: {
    zh: '核验不过：这台设备的证书（{serial}）已注销。注销前的好记录仍可收包。',
    en: 'Not good: certificate {serial} was revoked. What it recorded well before can still be merged.',
  },
  no_certificate: {
    zh: '还没有证书，不能交包。检查照常，记录都在。',
    en: 'No certificate yet; cannot hand in. Inspecting goes on, records are safe.',
  },
  signers_needed: {
    zh: '还不知道本省的签发公钥。请用 --signers 给出 allowed_signers 文件。',
    en: 'The authority key is not known yet. Give the allowed_signers file with --signers.',
  },
  bad_signers: {
    zh: '签发公钥文件不能用（{detail}）。没有改动任何内容。',
    en: 'The signers file cannot be used ({detail}). Nothing was changed.',
  },
  fingerprint_mismatch: {
    zh: '指纹与纸上的不一致：{got}。没有采用，请向省里核对。',
    en: 'The fingerprint {got} is not the one on paper. Not taken; ask the province.',
  },
  counts_unbalanced: {
    zh: '收包的数对不上，已全部撤回，数据没有变化。请把这个包交给开发者。',
    en: 'The counts do not balance; everything was rolled back and nothing changed. Give this bundle to the developers.',
  },
  conflict_open: {
    zh: '有 {conflicts} 项答得不一样，还没有裁定。内容已收下。',
    en: '{conflicts} items are answered differently and not yet settled. The content was taken in.',
  },
} as const satisfies Record<string, Words>;
