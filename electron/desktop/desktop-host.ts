import type { Wire } from '../ports/wire.ts';
import type { StaticFile } from '../serve/static-file.ts';
import type { Child, ProcessName } from '../supervise/child.ts';

/** Who asks for the line: main hands it to our own page in our own window only. */
export interface PortAsker {
  readonly url: string;
  readonly isOwnWindow: boolean;
  /** Creates the line and hands its far end to the page. */
  readonly handOver: () => Wire;
}

/** What may be asked of the machine by a page. */
export interface PermissionAsker {
  readonly url: string;
  readonly permission: string;
}

/** Everything of Electron that the desktop uses, so that the shell is tested without it. */
export interface DesktopHost {
  /** False where Jingxun is open already: then this one ends. */
  readonly claimInstance: () => boolean;
  readonly onSecondInstance: (show: () => void) => void;
  /** The app scheme must be declared before the ready event. */
  readonly declareScheme: (scheme: string) => void;
  readonly ready: () => Promise<void>;
  readonly serveFiles: (
    fileOf: (url: string) => Promise<StaticFile | null>,
    headers: Readonly<Record<string, string>>,
  ) => void;
  readonly guardPermissions: (allow: (asker: PermissionAsker) => boolean) => void;
  /** Opens the one window; it may only ever show URLs that `isOwn` accepts and opens no other window. */
  readonly openWindow: (url: string, isOwn: (url: string) => boolean) => { readonly show: () => void };
  readonly onAskPort: (ask: (asker: PortAsker) => void) => void;
  readonly spawn: (process: ProcessName, args: readonly string[]) => Child;
  readonly pickFolder: () => Promise<string | null>;
  /** `before` is awaited once, then the app ends. */
  readonly onQuit: (before: () => Promise<void>) => void;
  readonly quit: () => void;
}
