import type { Fault } from '../../vocabulary/fault.ts';
import { sayFault } from '../../vocabulary/fault.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { Language, Words } from '../../vocabulary/words.ts';
import type { CliIo, Verb } from './verb.ts';
import { verbs } from './verbs.ts';

/** Where a command's words go. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: NodeJS.ProcessEnv;
}

type Loaders = Readonly<Record<string, () => Promise<{ readonly verb: Verb }>>>;

/** Runs one command line and gives its exit code: 0 done and good, 1 done and the answer is no, 2 could not be done. */
export async function runVerb(argv: readonly string[], streams: Streams, registry: Loaders = verbs): Promise<number> {
  const { language, rest, fault } = takeLanguage(argv, streams.env);
  const io = makeIo(streams, language);
  const result = fault ? fail(fault) : await runNamed(rest, io, registry);
  if (result.ok) return result.value;
  const words = sayFault(result.fault);
  io.say(words);
  io.out({ ok: false, fault: { ...result.fault, ...words } });
  return 2;
}

async function runNamed(argv: readonly string[], io: CliIo, registry: Loaders): Promise<Result<number>> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === 'help') return sayUsage(io, registry);
  const load = Object.hasOwn(registry, name) ? registry[name] : undefined;
  if (!load) return fail({ code: 'unknown_verb', verb: name });
  try {
    const { verb } = await load();
    if (rest.includes('--help')) {
      io.say(verb.usage);
      return ok(0);
    }
    return await verb.run(rest, io);
  } catch (error) {
    if (io.env.JINGXUN_DEBUG && error instanceof Error) io.progress(error.stack ?? error.message);
    return fail({ code: 'bug', detail: error instanceof Error ? error.message : String(error) });
  }
}

async function sayUsage(io: CliIo, registry: Loaders): Promise<Result<number>> {
  io.say({
    zh: '井巡命令行：jingxun 命令 [参数]，--lang zh|en 选语言。结果是一行一条 JSON；退出码 0 成，1 否，2 没做成。',
    en: 'Jingxun: jingxun VERB [arguments], --lang zh|en. Output is JSON lines; exit 0 yes, 1 no, 2 could not be done.',
  });
  for (const load of Object.values(registry)) io.say((await load()).verb.usage);
  return ok(0);
}

function makeIo(streams: Streams, language: Language): CliIo {
  return {
    out: (line) => streams.out(`${JSON.stringify(line)}\n`),
    say: (words: Words) => streams.err(`${words[language]}\n`),
    progress: (text) => streams.err(`${text}\n`),
    language,
    env: streams.env,
  };
}

/** `--lang` may stand anywhere; else the language of the environment, Chinese first. */
function takeLanguage(
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
): { language: Language; rest: readonly string[]; fault: Fault | null } {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  const usual: Language = locale.startsWith('en') ? 'en' : 'zh';
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (at < 0) return { language: usual, rest: argv, fault: null };
  const joined = argv[at]?.slice('--lang='.length);
  const asked = joined ? joined : argv[at + 1];
  const rest = argv.toSpliced(at, joined ? 1 : 2);
  if (asked === 'zh' || asked === 'en') return { language: asked, rest, fault: null };
  return { language: usual, rest, fault: { code: 'bad_arguments', detail: '--lang zh|en' } };
}
