import type { stepWords } from './verify-steps.words.ts';

/** One numbered step: its sentence, and the lines to type. A line ends in an error where the check fails. */
export interface VerifyStep {
  readonly words: keyof typeof stepWords;
  readonly lines: string;
}

const TAGS = 'tagmanifest-sha256.txt';
const PROOF = `-n jingxun-bundle -s ${TAGS}.sig`;
const verifyBy = (options: string): string => `ssh-keygen -Y verify ${options} -I {principal} ${PROOF}`;

/**
 * Stock tools only, run as printed by `bash -e`, one after the other in one shell; scratch files stand beside the folder `bag`.
 * Header lines are canonical JSON whose values are ids and numbers, so that sed can tell their fields apart; a raw tab can stand
 * in no JSON line, so `paste` joins header and body safely.
 */
export const linuxSteps: readonly VerifyStep[] = [
  {
    words: 'unpack',
    lines: `
bundle=bundle.jxb
mkdir bag
unzip -q "$bundle" -d bag
cd bag`,
  },
  { words: 'files', lines: `sha256sum -c manifest-sha256.txt ${TAGS}` },
  {
    words: 'extra',
    lines: String.raw`
sed -n 's/^[0-9a-f]*  //p' manifest-sha256.txt ${TAGS} > ../listed
printf '%s\n' ${TAGS} ${TAGS}.sig >> ../listed
diff <(sort ../listed) <(find . ! -type d | sed 's|^[.]/||' | sort)`,
  },
  { words: 'carrier', lines: `${verifyBy('-f ../allowed_signers')} < ${TAGS}` },
  { words: 'revoked', lines: `${verifyBy('-f ../allowed_signers -r ../krl')} < ${TAGS}` },
  {
    words: 'bodies',
    lines: String.raw`
sed -n 's/^.*"body":"\([0-9a-f]*\)","boot":.*$/\1/p' data/log.ndjson > ../named
while IFS= read -r body; do
  case "$body" in
    '{"why":'*) printf '%s\n' "$body" | sed 's/^.*"withheld":"\([0-9a-f]*\)"}$/\1/' ;;
    *) printf %s "$body" | sha256sum | cut -c1-64 ;;
  esac
done < data/bodies.ndjson > ../found
diff ../named ../found
sed -n 's|^[0-9a-f]*  data/blobs/||p' manifest-sha256.txt > ../names
sed -n 's|^\([0-9a-f]*\)  data/blobs/.*$|\1|p' manifest-sha256.txt > ../sums
diff ../names ../sums`,
  },
  {
    words: 'chain',
    lines: String.raw`
while IFS= read -r line; do printf %s "$line" | sha256sum | cut -c1-64; done < data/log.ndjson > ../ids
sed -n 's/^Jingxun-Range: [0-9a-f]* [0-9]* \([0-9a-f]*\) .*$/\1/p' bag-info.txt > ../starts
sed -n 's/^.*"prev":"\([0-9a-f]*\)","seq":.*$/\1/p' data/log.ndjson > ../prevs
diff <(comm -13 <(sort -u ../ids ../starts) <(sort -u ../prevs)) /dev/null`,
  },
  {
    words: 'seals',
    lines: String.raw`
tab=$(printf '\t')
seal='"type":"log[.]seal","v":1,"wall":-\{0,1\}[0-9]*}'
paste data/log.ndjson data/bodies.ndjson | grep "$seal$tab" > ../seals
while IFS="$tab" read -r header body; do
  log=$(printf '%s\n' "$header" | sed 's/^.*"log":"\([0-9a-f]*\)","mono":.*$/\1/')
  seq=$(printf '%s\n' "$header" | sed 's/^.*"seq":\([0-9]*\),"subject":.*$/\1/')
  prev=$(printf '%s\n' "$header" | sed 's/^.*"prev":"\([0-9a-f]*\)","seq":.*$/\1/')
  wall=$(printf '%s\n' "$header" | sed 's/^.*"wall":\(-*[0-9]*\)}$/\1/')
  nonce=$(printf '%s\n' "$body" | sed 's/^{"nonce":"\([0-9a-f]*\)",.*$/\1/')
  printf '%b' "$(printf '%s\n' "$body" | sed 's/^.*"sig":"\([^"]*\)"}$/\1/')" > ../seal.sig
  printf '%s %s %s\n' "$log" $((seq - 1)) "$prev" > ../seal.line
  ssh-keygen -Y check-novalidate -n jingxun-seal -s ../seal.sig < ../seal.line > ../seal.said
  key=$(sed 's/^.* key //' ../seal.said)
  test "$log" = "$(printf '%s\n%s' "$key" "$nonce" | sha256sum | cut -c1-32)" || { echo "wrong key: $log $seq"; false; }
  at=$(date -u -d "@$((wall / 1000))" +%Y%m%d%H%M%SZ)
  who=$(ssh-keygen -Y find-principals -O verify-time=$at -f ../allowed_signers -s ../seal.sig 2> ../seal.why) || who=none
  check="-f ../allowed_signers -O verify-time=$at -n jingxun-seal -s ../seal.sig"
  ssh-keygen -Y verify $check -I "$who" < ../seal.line 2>> ../seal.why || echo "no certificate: $log $seq $key"
done < ../seals`,
  },
];

/** What macOS lacks, so that the lines above stand as they are. */
export const macPrelude = `
sha256sum() { shasum -a 256 "$@"; }
date() { command date -u -r "$(echo "$3" | tr -d @)" "$4"; }`;

/** Steps 1 to 5 in PowerShell, with the tools that Windows brings. */
export const windowsSteps: readonly VerifyStep[] = [
  {
    words: 'unpack',
    lines: `
$bundle = 'bundle.jxb'
mkdir bag | Out-Null
tar -xf $bundle -C bag
cd bag`,
  },
  {
    words: 'files',
    lines: `
$listed = Get-Content manifest-sha256.txt, ${TAGS} | ForEach-Object { ,($_ -split '  ', 2) }
$listed | ForEach-Object { $ok = (Get-FileHash -Algorithm SHA256 -LiteralPath $_[1]).Hash -eq $_[0]; "$($_[1]): $(if ($ok) {'OK'} else {'FAILED'})" }`,
  },
  {
    words: 'extra',
    lines: String.raw`
$names = @($listed | ForEach-Object { $_[1] }) + '${TAGS}' + '${TAGS}.sig'
$there = Get-ChildItem -Recurse -Force -File | ForEach-Object { (Resolve-Path -Relative $_.FullName).Substring(2).Replace('\', '/') }
Compare-Object $names $there`,
  },
  { words: 'carrier', lines: `cmd /c "${verifyBy(String.raw`-f ..\allowed_signers`)} < ${TAGS}"` },
  { words: 'revoked', lines: `cmd /c "${verifyBy(String.raw`-f ..\allowed_signers -r ..\krl`)} < ${TAGS}"` },
];
