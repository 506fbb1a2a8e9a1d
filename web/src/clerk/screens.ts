import type { Area } from '../area';

export const CLERK: Area = {
  name: '经办',
  screens: [
    {
      path: '/today',
      menu: '今日',
      load: async () => (await import('./today')).Today,
    },
  ],
};
