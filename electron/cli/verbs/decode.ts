import { readFile } from 'node:fs/promises';
import { decodeVector } from '../../../drivers/decode/decode-vector.ts';
import { vectorFile } from '../../../drivers/decode/vector.ts';
import { fail, ok } from '../../../vocabulary/result.ts';
import type { Verb } from '../verb.ts';

/** `decode FILE`: one line `{id, got}` per vector of a vector file. */
export const verb: Verb = {
  name: 'decode',
  usage: { zh: 'decode 文件　解码录下的字节，每条一行', en: 'decode FILE — decode recorded bytes, one line a case' },
  async run(argv, io) {
    const [path, ...rest] = argv;
    if (path === undefined || rest.length > 0) return fail({ code: 'bad_arguments', detail: 'decode FILE' });
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text === null) return fail({ code: 'file_absent', path });
    const file = vectorFile.safeParse(parseJson(text));
    if (!file.success)
      return fail({ code: 'file_malformed', path, detail: file.error.issues[0]?.path.join('.') || 'JSON' });
    for (const vector of file.data.vectors) io.out({ id: vector.id, got: decodeVector(vector) });
    return ok(0);
  },
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
