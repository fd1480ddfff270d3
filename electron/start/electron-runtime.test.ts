import { describe, expect, test } from 'vitest';
import { usualDataFolder } from '../data-folder.ts';
import { findElectron, hasDisplay } from './electron-runtime.ts';

describe('the Electron runtime', () => {
  test('is found in the package, and an unpacked one named by the environment comes first', () => {
    const there = new Set(['/app/node_modules/electron/dist/electron', '/opt/electron/electron']);
    const exists = (file: string) => there.has(file);
    expect(findElectron('/app', {}, 'linux', exists)).toBe('/app/node_modules/electron/dist/electron');
    const env = { ELECTRON_OVERRIDE_DIST_PATH: '/opt/electron' };
    expect(findElectron('/app', env, 'linux', exists)).toBe('/opt/electron/electron');
    expect(findElectron('/app', {}, 'win32', exists)).toBeNull();
  });

  test('is of no use on a Linux machine without a screen', () => {
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'win32')).toBe(true);
  });
});

describe('the data folder', () => {
  test('is the usual place of each system, and JINGXUN_DATA comes first', () => {
    expect(usualDataFolder({}, 'linux', '/home/a')).toBe('/home/a/.local/share/jingxun');
    expect(usualDataFolder({ XDG_DATA_HOME: '/data' }, 'linux', '/home/a')).toBe('/data/jingxun');
    expect(usualDataFolder({ XDG_DATA_HOME: 'relative' }, 'linux', '/home/a')).toBe('/home/a/.local/share/jingxun');
    expect(usualDataFolder({}, 'darwin', '/Users/a')).toBe('/Users/a/Library/Application Support/Jingxun');
    expect(usualDataFolder({ JINGXUN_DATA: '/mine' }, 'linux', '/home/a')).toBe('/mine');
  });
});
