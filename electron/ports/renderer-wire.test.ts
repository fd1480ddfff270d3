import { describe, expect, test, vi } from 'vitest';
import { DESKTOP_BRIDGE, type DesktopWindow, desktopWire, PORT_MESSAGE } from './renderer-wire.ts';

type Hear = Parameters<DesktopWindow['addEventListener']>[1];

function fakeWindow() {
  const ears: Hear[] = [];
  const window = {
    [DESKTOP_BRIDGE]: { askPort: vi.fn() },
    addEventListener: (_: 'message', hear: Hear) => ears.push(hear),
  };
  const portEars: ((event: { data: unknown }) => void)[] = [];
  const port = {
    postMessage: vi.fn(),
    addEventListener: (_: 'message', hear: (event: { data: unknown }) => void) => portEars.push(hear),
    start: vi.fn(),
  };
  const give = (source: unknown, data: unknown) => {
    for (const ear of ears) ear({ source, data, ports: [port] });
  };
  return { window, port, give, say: (data: unknown) => portEars.forEach((ear) => void ear({ data })) };
}

describe('the line of a page', () => {
  test('is not there where no desktop opened the page', () => {
    expect(desktopWire({ addEventListener: () => {} })).toBeNull();
  });

  test('is asked for at once, keeps early messages, and carries both ways', () => {
    const { window, port, give, say } = fakeWindow();
    const wire = desktopWire(window);
    expect(window[DESKTOP_BRIDGE].askPort).toHaveBeenCalledOnce();
    wire?.send('early');
    expect(port.postMessage).not.toHaveBeenCalled();
    give(window, PORT_MESSAGE);
    expect(port.postMessage).toHaveBeenCalledWith('early');
    const heard: unknown[] = [];
    wire?.listen(
      (message) => heard.push(message),
      () => {},
    );
    say('hello');
    expect(heard).toEqual(['hello']);
  });

  test('is taken from its own window only, and once', () => {
    const { window, port, give } = fakeWindow();
    const wire = desktopWire(window);
    give({}, PORT_MESSAGE);
    give(window, 'something else');
    wire?.send('waiting');
    expect(port.start).not.toHaveBeenCalled();
    give(window, PORT_MESSAGE);
    give(window, PORT_MESSAGE);
    expect(port.start).toHaveBeenCalledOnce();
  });
});
