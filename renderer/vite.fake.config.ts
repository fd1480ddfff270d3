import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The screens over the fake host, for development and for pictures. Never part of what is shipped. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { host: '127.0.0.1', open: '/fake.html' },
  build: {
    outDir: join(import.meta.dirname, '../.build/fake'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 4000,
    rollupOptions: { input: join(import.meta.dirname, 'fake.html') },
  },
});
