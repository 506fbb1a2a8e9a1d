import type { Area } from '../area';

export const HEAD: Area = { name: '负责人', screens: [] };
