import path from 'node:path';
import { defineConfig } from 'electron-vite';
import { rendererConfig } from './electron/renderer-build.ts';

const at = (...parts: string[]) => path.join(import.meta.dirname, ...parts);

/** Entry paths are absolute: a relative `electron/…` would be taken for the package of that name. */
export default defineConfig({
  main: {
    build: {
      outDir: at('out', 'main'),
      sourcemap: true,
      rollupOptions: {
        input: {
          index: at('electron', 'desktop', 'main.ts'),
          recorder: at('electron', 'recorder', 'main.ts'),
          listener: at('electron', 'listener', 'main.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out', 'preload'),
      rollupOptions: {
        input: { index: at('electron', 'desktop', 'preload.ts') },
        // A sandboxed preload must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: rendererConfig(import.meta.dirname),
});
