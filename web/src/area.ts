import type { ComponentType } from 'react';

/** One screen. Its code is fetched when it is first opened. */
export type Screen = Readonly<{
  /** As react-router writes it: `/requests/:number`. */
  path: string;
  /** Its name in the menu; a screen without one is reached from another. */
  menu?: string;
  /** Who may open it, as the server's matrix names it. Without: whoever is logged in. */
  permission?: string;
  load: () => Promise<ComponentType>;
}>;

/** The screens of one kind of work. Each area is a folder with a `screens.ts`. */
export type Area = Readonly<{ name: string; screens: readonly Screen[] }>;
