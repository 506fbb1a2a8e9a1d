import type { Area } from '../area';

export const HEAD: Area = {
  name: '年度报告',
  screens: [
    {
      path: '/approvals',
      menu: '待批',
      permission: 'requests.read',
      load: async () => (await import('./approvals-page')).ApprovalsPage,
    },
    {
      path: '/reports',
      permission: 'reports.read',
      menu: '年度报告',
      load: async () => (await import('./newest-report')).NewestReport,
    },
    {
      path: '/reports/:year',
      permission: 'reports.read',
      load: async () => (await import('./report-page')).ReportPage,
    },
    {
      path: '/reports/:year/text',
      permission: 'reports.draft',
      load: async () => (await import('./text-page')).TextPage,
    },
    {
      path: '/reports/:year/checks',
      permission: 'reports.read',
      load: async () => (await import('./checks-page')).ChecksPage,
    },
    {
      path: '/reports/:year/print',
      permission: 'reports.read',
      load: async () => (await import('./print-page')).PrintPage,
    },
    {
      path: '/reports/:year/close',
      permission: 'reports.submit',
      load: async () => (await import('./close-page')).ClosePage,
    },
    {
      path: '/reports/:year/cells/:cell',
      permission: 'requests.read',
      load: async () => (await import('./cell-page')).CellPage,
    },
  ],
};
