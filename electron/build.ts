import path from 'node:path';
import { build } from 'electron-vite';

/** Builds main, preload and renderer into out/. Needs no Electron runtime. */
await build({ root: path.resolve(import.meta.dirname, '..'), logLevel: 'warn' });
