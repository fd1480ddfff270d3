import { replayCapture } from '../../../drivers/capture/replay-capture.ts';
import { resultLine } from '../../../drivers/capture/result-line.ts';
import { readLineFile } from '../../../drivers/transports/line-file.ts';
import { fail, ok } from '../../../vocabulary/result.ts';
import type { Verb } from '../verb.ts';

/** `replay FILE`: decodes a raw capture again and prints the lines `listen` wrote. */
export const verb: Verb = {
  name: 'replay',
  usage: { zh: 'replay 文件　把录下的原始字节再解一遍', en: 'replay FILE — decode a raw capture again' },
  async run(argv, io) {
    const [path, ...rest] = argv;
    if (path === undefined || rest.length > 0) return fail({ code: 'bad_arguments', detail: 'replay FILE' });
    const lines = readLineFile(path);
    if (!lines.ok) return lines;
    const items = replayCapture(lines.value);
    if (!items.ok) return items;
    for (const item of items.value) {
      const line = resultLine(item);
      if (line !== null) io.out(line);
    }
    return ok(0);
  },
};
