import type { Area } from '../area';

export const ACCOUNT: Area = {
  name: '我的',
  screens: [
    {
      path: '/account',
      menu: '我的账户',
      load: async () => (await import('./account-page')).AccountPage,
    },
  ],
};
