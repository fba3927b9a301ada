/** Set by the bundler: which Electron the bundle was made for. */
declare const runtimeKind: 'official' | 'development';
