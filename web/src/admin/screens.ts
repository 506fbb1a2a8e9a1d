import type { Area } from '../area';

export const ADMIN: Area = {
  name: '管理',
  screens: [
    {
      path: '/accounts',
      menu: '账户和角色',
      permission: 'accounts.read',
      load: async () => (await import('./accounts-page')).AccountsPage,
    },
    {
      path: '/accounts/new',
      permission: 'accounts.open',
      load: async () => (await import('./open-account-page')).OpenAccountPage,
    },
    {
      path: '/accounts/:accountId',
      permission: 'accounts.read',
      load: async () => (await import('./account-details-page')).AccountDetailsPage,
    },
    {
      path: '/agencies',
      menu: '机关',
      permission: 'agencies.found',
      load: async () => (await import('./agencies-page')).AgenciesPage,
    },
    {
      path: '/settings',
      menu: '口径和规则',
      permission: 'agencies.set',
      load: async () => (await import('./settings-page')).SettingsPage,
    },
    {
      path: '/calendar',
      menu: '工作日历',
      permission: 'agencies.set',
      load: async () => (await import('./calendar-page')).CalendarPage,
    },
    {
      path: '/backup',
      menu: '备份',
      permission: 'backups.read',
      load: async () => (await import('./backup-page')).BackupPage,
    },
  ],
};
