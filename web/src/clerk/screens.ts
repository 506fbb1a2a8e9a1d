import type { Area } from '../area';

export const CLERK: Area = {
  name: '经办',
  screens: [
    {
      path: '/today',
      permission: 'requests.review',
      menu: '今日',
      load: async () => (await import('./today')).Today,
    },
    {
      path: '/requests',
      permission: 'requests.read',
      menu: '工作台账',
      load: async () => (await import('./work-list')).WorkList,
    },
    {
      path: '/requests/new',
      permission: 'requests.handle',
      menu: '登记申请',
      load: async () => (await import('./register')).Register,
    },
    {
      path: '/requests/:number',
      permission: 'requests.read',
      load: async () => (await import('./request-page')).RequestPage,
    },
    {
      path: '/appeals',
      permission: 'appeals.keep',
      menu: '复议诉讼',
      load: async () => (await import('./appeals')).Appeals,
    },
    {
      path: '/publications',
      permission: 'publications.keep',
      menu: '主动公开',
      load: async () => (await import('./publications')).Publications,
    },
    {
      path: '/imports',
      permission: 'imports.run',
      menu: '导入台账',
      load: async () => (await import('./imports')).Imports,
    },
  ],
};
