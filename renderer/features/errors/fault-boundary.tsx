import { Component, type ReactNode } from 'react';

import { FaultScreen } from './fault-screen.tsx';

interface Caught {
  /** Boxed, since anything may be thrown, also undefined. */
  readonly caught: { readonly error: unknown } | null;
}

/** Shows the fault screen in place of children that broke, so that the window never goes blank. */
export class FaultBoundary extends Component<{ readonly children: ReactNode }, Caught> {
  override state: Caught = { caught: null };

  static getDerivedStateFromError(error: unknown): Caught {
    return { caught: { error } };
  }

  override render(): ReactNode {
    const { caught } = this.state;
    return caught === null ? this.props.children : <FaultScreen error={caught.error} />;
  }
}
