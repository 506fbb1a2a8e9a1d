/** The checks of the report, by the tables and parts they look at. */
export const CHECK_IDS = [
  // 表三
  ...(['T3-01', 'T3-02', 'T3-03', 'T3-04', 'T3-05', 'T3-06', 'T3-07', 'T3-08'] as const),
  ...(['T3-09', 'T3-10', 'T3-11', 'T3-12', 'T3-13', 'T3-14', 'T3-15'] as const),
  // 表二
  ...(['T2-01', 'T2-02', 'T2-03', 'T2-04', 'T2-05', 'T2-06', 'T2-07', 'T2-08'] as const),
  // 表四
  ...(['T4-01', 'T4-02', 'T4-03', 'T4-04', 'T4-05', 'T4-06', 'T4-07'] as const),
  // 文字和格式
  ...(['F-01', 'F-02', 'F-03', 'F-04', 'F-05', 'F-06', 'F-07', 'F-08', 'F-09'] as const),
  ...(['F-10', 'F-11', 'F-12', 'F-13', 'F-14', 'F-15', 'F-16', 'F-17', 'F-18'] as const),
  // 汇总
  ...(['R-01', 'R-02', 'R-03', 'R-04', 'R-05', 'R-06', 'R-07', 'R-08', 'R-09'] as const),
  ...(['R-10', 'R-11'] as const),
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** E blocks 正式 printing unless it is overridden with a reason, W warns, I hints. */
export type Severity = 'E' | 'W' | 'I';
