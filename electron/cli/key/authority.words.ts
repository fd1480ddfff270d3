/** What the command line says when a new authority was made; `{folder}` is where its key lies. */
export const authorityMade = {
  zh: '签发钥匙在 {folder}，没有口令：离网保管，存档前用 ssh-keygen -p 加口令。指纹印在纸上发给各组。',
  en: 'The authority’s key is in {folder}, without a passphrase: keep it off the network. Hand out its fingerprint on paper.',
};
