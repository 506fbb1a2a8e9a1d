import type { Area } from '../area';

export const SUPERIOR: Area = {
  name: '汇总',
  screens: [
    {
      path: '/roll-up',
      permission: 'roll-ups.read',
      menu: '下级报送和汇总',
      load: async () => (await import('./newest-roll-up')).NewestRollUp,
    },
    {
      path: '/roll-up/:year',
      permission: 'roll-ups.read',
      load: async () => (await import('./children-page')).ChildrenPage,
    },
    {
      path: '/roll-up/:year/sum',
      permission: 'roll-ups.read',
      load: async () => (await import('./sum-page')).SumPage,
    },
    {
      path: '/roll-up/:year/cells/:cell',
      permission: 'roll-ups.read',
      load: async () => (await import('./share-page')).SharePage,
    },
    {
      path: '/tree',
      permission: 'roll-ups.read',
      menu: '机关树',
      load: async () => (await import('./tree-page')).TreePage,
    },
  ],
};
