/** Set by the bundler: which Electron the bundle was made for. */
declare const __RUNTIME_KIND__: 'official' | 'development';
