import type { Area } from '../area';

export const CLERK: Area = {
  name: '经办',
  screens: [
    { path: '/today', menu: '今日', load: async () => (await import('./today')).Today },
    {
      path: '/requests',
      menu: '工作台账',
      load: async () => (await import('./work-list')).WorkList,
    },
    {
      path: '/requests/new',
      menu: '登记申请',
      load: async () => (await import('./register')).Register,
    },
    {
      path: '/requests/:number',
      load: async () => (await import('./request-page')).RequestPage,
    },
    { path: '/appeals', menu: '复议诉讼', load: async () => (await import('./appeals')).Appeals },
    {
      path: '/publications',
      menu: '主动公开',
      load: async () => (await import('./publications')).Publications,
    },
    { path: '/imports', menu: '导入台账', load: async () => (await import('./imports')).Imports },
  ],
};
