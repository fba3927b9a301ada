import 'react';

declare module 'react' {
  interface CSSProperties {
    // Custom properties, as in style={{ '--scale': '2' }}.
    readonly [name: `--${string}`]: string | undefined;
  }
}
