import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { afterEach, describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const probes: string[] = [];

/** Compiles one folder of the house as it is, plus one probe file in a folder of its own beside it. */
function compileWith(folder: string, source: string): string {
  const probe = path.join(root, '.build', 'import-probe', `${folder.replaceAll('/', '-')}-${process.pid}`);
  probes.push(probe);
  mkdirSync(probe, { recursive: true });
  const up = path.relative(probe, root);
  const references = [...belowOf(folder)].map((name) => ({ path: path.join(up, name) }));
  const file = path.join(probe, 'probe.ts');
  writeFileSync(file, source.replaceAll('@/', `${up}/`));
  writeFileSync(
    path.join(probe, 'tsconfig.json'),
    JSON.stringify({
      extends: path.join(up, 'tsconfig.base.json'),
      compilerOptions: { rootDir: up, outDir: 'out', tsBuildInfoFile: 'out/info' },
      files: ['probe.ts'],
      references,
    }),
  );
  return spawnSync(process.execPath, [tsc, '-b', probe], { encoding: 'utf8', cwd: root }).stdout;
}

/** What a folder's own tsconfig lets it import. */
function belowOf(folder: string): readonly string[] {
  const config = path.join(root, folder, 'tsconfig.json');
  const shown = spawnSync(process.execPath, [tsc, '-p', config, '--showConfig'], { encoding: 'utf8' }).stdout;
  const parsed = JSON.parse(shown) as { references?: { path: string }[] };
  return (parsed.references ?? []).map((reference) => path.relative(root, path.resolve(root, folder, reference.path)));
}

afterEach(() => {
  for (const probe of probes.splice(0)) rmSync(probe, { recursive: true, force: true });
});

describe('imports descend', () => {
  test.each([
    ['rules', 'drivers/registry.ts'],
    ['drivers', 'rules/registry.ts'],
    ['db', 'electron/ports/recorder-port.ts'],
    ['renderer', 'db/log/event.ts'],
  ])(
    '%s cannot import %s',
    (folder, target) => {
      expect(compileWith(folder, `import * as above from '@/${target}';\nexport const probe = above;\n`)).toContain(
        'TS6307',
      );
    },
    60_000,
  );

  test('a downward import compiles', () => {
    expect(compileWith('rules', "import { ok } from '@/vocabulary/result.ts';\nexport const probe = ok(1);\n")).toBe(
      '',
    );
  }, 60_000);
});
