import type { OfficeError } from './result.ts';

/** What the app says about itself. */
export interface AboutView {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  /** `development`: it runs on the fallback runtime for development and tests, and says so. */
  readonly runtime: 'official' | 'development';
  readonly dataFolder: string;
  /** The sample office: everything in it is thrown away at the end. */
  readonly demo: boolean;
  /** Whether there is a real data folder to go back to from the sample office. */
  readonly canLeaveDemo: boolean;
}

export interface WindowView {
  readonly maximized: boolean;
  readonly fullScreen: boolean;
  readonly focused: boolean;
}

/** What became of the engine's process. With `ready` comes a new port; `failed` is final until `restartEngine`. */
export interface EngineView {
  readonly state: 'starting' | 'ready' | 'restarting' | 'failed';
  /** How much of the sample office is there (0 to 1), while one is being made. */
  readonly filling?: number;
  /** Why it refused to start, where it could say so. */
  readonly error?: OfficeError;
}

export interface OpenFilesInput {
  readonly title: string;
  readonly kind: 'letter' | 'certificate' | 'kit' | 'any';
  readonly multiple: boolean;
}

export interface SaveFileInput {
  readonly title: string;
  /** The proposed file name, without a folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ChosenPath {
  readonly path: string;
}

export interface NotificationInput {
  readonly title: string;
  readonly body: string;
  /** The letter that a click opens; null: just the queue. */
  readonly letter: string | null;
}

/**
 * What a page may ask of the shell, as signatures by name. The main process checks the sender and the input of each
 * call (`shell-inputs.ts`); nothing else of Electron reaches a page. A call rejects only for a bug.
 */
export interface ShellMethods {
  minimizeWindow(): Promise<void>;
  toggleMaximizeWindow(): Promise<void>;
  closeWindow(): Promise<void>;
  readWindow(): Promise<WindowView>;
  /** Whether the page was loaded anew because the one before crashed; true once per crash. */
  wasRecovered(): Promise<boolean>;

  /** Asks for a port to the engine; one follows at once if the engine is ready, and after each restart. */
  connectEngine(): Promise<EngineView>;
  /** Starts the engine again after it failed. */
  restartEngine(): Promise<void>;

  /** Lets the user choose files; answers their paths, none when cancelled. */
  openFiles(input: OpenFilesInput): Promise<readonly string[]>;
  /** Lets the user choose where to put bytes and writes them whole; null when cancelled or not writable. */
  saveFile(input: SaveFileInput): Promise<ChosenPath | null>;
  /** Lets the user choose a path for a file that the engine will write; null when cancelled. */
  chooseTarget(input: { readonly title: string; readonly name: string }): Promise<ChosenPath | null>;
  chooseFolder(input: { readonly title: string }): Promise<ChosenPath | null>;

  /** Opens the system's print dialog for a PDF; false when the user cancelled or printing failed. */
  printDocument(input: { readonly name: string; readonly bytes: Uint8Array }): Promise<boolean>;

  setTheme(theme: 'system' | 'light' | 'dark'): Promise<void>;
  setLanguage(language: 'id' | 'en'): Promise<void>;
  /** Whether closing the window leaves the app in the tray. */
  keepInTray(keep: boolean): Promise<void>;
  /** How many things wait for this person, for the tray and the taskbar. */
  setCounter(count: number): Promise<void>;
  /** Shows a notification of the system; a click on it opens the letter. */
  notify(input: NotificationInput): Promise<void>;
  /** Opens an https address in the system's browser. */
  openLink(address: string): Promise<void>;
  readAbout(): Promise<AboutView>;
  /** Opens a fresh sample office in a throw-away folder; the real data folder is closed meanwhile. */
  openDemo(): Promise<void>;
  /** Throws the sample office away and goes back to the real data folder, if the app has one. */
  leaveDemo(): Promise<void>;
}

export type ShellMethodName = keyof ShellMethods;

/** The names in {@link ShellMethods}, for those who forward them. */
export const shellMethodNames = [
  'minimizeWindow',
  'toggleMaximizeWindow',
  'closeWindow',
  'readWindow',
  'wasRecovered',
  'connectEngine',
  'restartEngine',
  'openFiles',
  'saveFile',
  'chooseTarget',
  'chooseFolder',
  'printDocument',
  'setTheme',
  'setLanguage',
  'keepInTray',
  'setCounter',
  'notify',
  'openLink',
  'readAbout',
  'openDemo',
  'leaveDemo',
] as const satisfies readonly ShellMethodName[];

/** What the shell tells a page without being asked. */
export interface ShellEvents {
  readonly engineChanged: EngineView;
  readonly windowChanged: WindowView;
  /** A notification or the tray asks to show a letter; null: just the queue. */
  readonly letterOpened: { readonly letter: string | null };
  /** Files that were given to the app from outside ("Kirim ke", a second start with file names). */
  readonly filesReceived: { readonly paths: readonly string[] };
}

export type ShellEventName = keyof ShellEvents;

/** The `kind` of the window message by which the preload script hands the engine's port to its page. */
export const enginePortMessage = 'nirkertas-engine-port';

/** What the preload script puts on `window.nirkertas`. */
export interface ShellBridge extends ShellMethods {
  readonly platform: string;
  /** Calls back at each event until the returned function is called. */
  on<N extends ShellEventName>(name: N, listener: (event: ShellEvents[N]) => void): () => void;
  /** The path of a file that was dropped on the page or chosen in it; empty for one that is not on disk. */
  pathOf(file: object): string;
}
